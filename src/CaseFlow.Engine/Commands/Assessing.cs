using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Commands;

/// <summary>
/// Asks the pack's assessments about a case that something happened to, and records each answer that is not what it
/// was. What the rules cannot say yet never stands in the way of the command.
/// </summary>
internal static class Assessing
{
    private const string FaultStatus = "fault";

    /// <summary>The same decision with the assessments that it changes.</summary>
    public static Decided After(Decided decided, Command command, Circumstances circumstances)
    {
        var assessments = circumstances.Pack.Bound.Assessments;
        if (assessments.Count == 0 || decided.Events.Count == 0)
        {
            return decided;
        }

        var facts = ToldFacts.Known(decided.State, circumstances.Pack);
        var day = EffectiveDay.Of(command, circumstances);
        var draft = new Draft(decided.State, facts, command, day, circumstances);
        var evaluation = draft.Evaluation;
        foreach (var decision in assessments)
        {
            var answer = Ask(evaluation, decision);
            if (draft.State.AssessmentBy(decision.Name) is not { } known || !known.SaysTheSame(answer))
            {
                draft.Emit(answer);
            }
        }

        return new Decided(draft.State, [.. decided.Events, .. draft.Events]);
    }

    /// <summary>What a decision says, a fault included.</summary>
    public static CaseAssessed Ask(CaseEvaluation evaluation, DecisionSymbol decision)
    {
        try
        {
            return Of(evaluation.Decide(decision));
        }
        catch (EvaluationFaultException fault)
        {
            return new CaseAssessed(decision.Name, FaultStatus, [], [], [], [], [], fault.Code);
        }
    }

    private static CaseAssessed Of(DecisionOutcome outcome) => new(
        outcome.Decision.Name,
        OutcomeJson.NameOf(outcome.Status),
        OutcomeJson.Outputs(outcome),
        [.. outcome.Rules.Select(rule => rule.Name)],
        Citations.Of(outcome.Cites),
        outcome.Missing,
        outcome.BlockedBy,
        Fault: null);
}
