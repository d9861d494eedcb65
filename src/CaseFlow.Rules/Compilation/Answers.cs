using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>Draws outcomes from active rules, as <see cref="Conclusion"/> does where nothing is left to ask.</summary>
internal static class Answers
{
    /// <summary>An outcome without rules.</summary>
    public static DecisionOutcome Blank(DecisionSymbol decision, OutcomeStatus status) =>
        Of(decision, status, [], null);

    /// <summary>An outcome of some active rules.</summary>
    public static DecisionOutcome Of(
        DecisionSymbol decision, OutcomeStatus status, IReadOnlyList<ActiveRule> rules, Row? row) => new(
            decision,
            status,
            row?.Values ?? [.. decision.Outputs.Select(_ => (Value)MissingValue.Instance)],
            rules,
            Conclusion.CitesOf(rules),
            [],
            [],
            null);

    /// <summary>
    /// What single hit makes of the rows of rules that are active, and of rules that only may be; null where that is
    /// not settled.
    /// </summary>
    public static DecisionOutcome? Single(DecisionSymbol decision, IReadOnlyList<Candidate> candidates)
    {
        var sure = candidates.Where(candidate => candidate.IsSure).ToList();
        if (sure.Exists(one => sure.Exists(other => Row.Differ(one.Row, other.Row))))
        {
            return Of(decision, OutcomeStatus.Conflict, [.. sure.Select(candidate => candidate.Rule)], null);
        }

        if (candidates.Count == 0)
        {
            return Blank(decision, OutcomeStatus.Gap);
        }

        // `otherwise` stands among the candidates where perhaps no rule is active, and then one of them surely is.
        var isOne = sure.Count > 0 || candidates[^1].IsOtherwise;
        if (!isOne || !candidates.All(candidate => Row.Same(candidates[0].Row, candidate.Row)))
        {
            return null;
        }

        var active = sure.Count > 0 ? sure : candidates;
        return Of(decision, OutcomeStatus.Decided, [.. active.Select(candidate => candidate.Rule)], active[0].Row);
    }
}

/// <summary>A rule that is active or may be, with its row.</summary>
internal readonly record struct Candidate(ActiveRule Rule, Row Row, bool IsSure, bool IsOtherwise);
