using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Evaluation.Policies;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Evaluation;

/// <summary>What a decision may still come to, from the outcomes of all completions.</summary>
internal static class PossibleUnion
{
    /// <summary>The union; null where nothing is known of it.</summary>
    public static PossibleOutcomes? Of(BoundDecision decision, IReadOnlyList<DecisionOutcome> outcomes)
    {
        var open = outcomes.Where(outcome => outcome.Status == OutcomeStatus.Undecided).ToList();
        if (open.Exists(outcome => outcome.Possible is null))
        {
            return null;
        }

        var rows = decision.Policy != HitPolicy.Sum && open.TrueForAll(outcome => outcome.Possible!.Rows.Count > 0)
            ? PossibleRows.Listed(outcomes.SelectMany(RowsOf))
            : null;
        return (rows ?? new PossibleOutcomes([], ScoreOf(outcomes), false)) with
        {
            MayBeGap = Any(OutcomeStatus.Gap, possible => possible.MayBeGap),
            MayConflict = Any(OutcomeStatus.Conflict, possible => possible.MayConflict),
            MayNotApply = Any(OutcomeStatus.NotApplicable, possible => possible.MayNotApply),
        };

        bool Any(OutcomeStatus status, Func<PossibleOutcomes, bool> mayBe) => outcomes
            .Any(outcome => outcome.Status == status || (outcome.Possible is { } possible && mayBe(possible)));
    }

    private static IEnumerable<Row> RowsOf(DecisionOutcome outcome) => outcome.Status switch
    {
        OutcomeStatus.Decided => [new Row(outcome.Outputs)],
        OutcomeStatus.Undecided => outcome.Possible!.Rows.Select(row => new Row(row)),
        _ => [],
    };

    private static NumberRange? ScoreOf(IReadOnlyList<DecisionOutcome> outcomes)
    {
        NumberRange? hull = null;
        foreach (var outcome in outcomes)
        {
            if (outcome.Status is not (OutcomeStatus.Decided or OutcomeStatus.Undecided))
            {
                continue;
            }

            var own = outcome.Possible?.Score ?? PossibleRows.ScoreOf(RowsOf(outcome));
            hull = own is { } range && hull is { } before ? NumberRanges.Hull(before, range) : own;
            if (hull is null)
            {
                return null;
            }
        }

        return hull;
    }
}
