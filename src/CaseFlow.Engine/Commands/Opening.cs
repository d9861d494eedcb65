using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Commands;

/// <summary>Decides about opening a case: which lifecycle it has, and which deadlines start with it.</summary>
internal static class Opening
{
    /// <summary>The events, or every reason against it.</summary>
    public static Decision Decide(OpenCase command, NewCaseIds ids, Circumstances circumstances)
    {
        var told = ToldFacts.Of(command, circumstances.Pack);
        var problems = told.Malformed.Concat(AgencyProblems(command, circumstances.Pack)).ToList();
        if (problems.Count > 0)
        {
            return new Refused(CommandStatus.Malformed, problems);
        }

        var day = EffectiveDay.Of(command, circumstances);
        var draft = new Draft(null, CaseFacts.None, command, day, circumstances);
        draft.Problems.AddRange(EffectiveDay.Check(command, null, circumstances));
        if (LifecycleOf(draft, told) is { } definition)
        {
            Open(draft, command, ids, definition, told);
        }

        return draft.Conclude();
    }

    private static void Open(
        Draft draft, OpenCase command, NewCaseIds ids, CaseDefinition definition, ToldFacts told)
    {
        var initial = definition.Initial;
        draft.Emit(new CaseOpened(
            ids.CaseId,
            definition.Lifecycle.Name,
            initial.Name,
            initial.Kind == StateKind.Final,
            ids.Tracking,
            command.Agency,
            command.Parent,
            ids.Petitioners));
        draft.Record(told.Facts, trigger: null);
        if (command.TakeOver is { } takeOver)
        {
            TakingOver.TakeOver(draft, takeOver, definition);
        }
        else
        {
            StartAll(draft, initial.Starts);
        }
    }

    /// <summary>Starts deadlines, each refusal with its own reason.</summary>
    public static void StartAll(Draft draft, IEnumerable<BoundDeadline> deadlines)
    {
        foreach (var deadline in deadlines)
        {
            try
            {
                Starting.Start(draft, deadline);
            }
            catch (EvaluationFaultException fault)
            {
                draft.Refuse(new Problem(fault.Code, deadline.Name, fault.Arguments));
            }
        }
    }

    private static CaseDefinition? LifecycleOf(Draft draft, ToldFacts told)
    {
        var evaluation = draft.Pack.Rules.Evaluate(
            CaseFacts.None.With(told.Facts), new EvaluationContext(draft.Day));
        var answers = draft.Pack.Definitions
            .Select(definition => (definition, answer: evaluation.Value(definition.Lifecycle.For)))
            .ToList();
        var fitting = answers.Where(pair => pair.answer is BooleanValue { Value: true }).ToList();
        if (fitting.Count == 1)
        {
            return fitting[0].definition;
        }

        draft.Refuse(fitting.Count > 1
            ? Several(fitting.Select(pair => pair.definition.Lifecycle.Name))
            : None(answers.Select(pair => pair.answer).OfType<UnknownValue>()));
        return null;
    }

    private static Problem Several(IEnumerable<string> names) =>
        new(EngineCodes.SeveralLifecycles, "lifecycle", [string.Join(", ", names)]);

    private static Problem None(IEnumerable<UnknownValue> unknown)
    {
        var toTell = unknown.SelectMany(Citations.ToTell).Distinct(StringComparer.Ordinal).ToList();
        return toTell.Count == 0
            ? new Problem(EngineCodes.NoLifecycle, "lifecycle", [])
            : new Problem(EngineCodes.LifecycleUnknown, "lifecycle", [string.Join(", ", toTell)]) { LeadsOut = toTell };
    }

    private static IEnumerable<Problem> AgencyProblems(OpenCase command, CasePack pack) =>
        command.Agency is { } agency && !pack.Agencies.IsEmpty && pack.Agencies.Find(agency) is null
            ? [new Problem(EngineCodes.UnknownAgency, "agency", [agency])]
            : [];
}
