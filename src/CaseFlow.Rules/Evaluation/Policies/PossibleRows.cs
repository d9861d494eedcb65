using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation.Policies;

/// <summary>Lists what an undecided decision may still come to.</summary>
internal static class PossibleRows
{
    /// <summary>The rows of these candidates; null where nothing can be said of them.</summary>
    public static PossibleOutcomes? Of(IReadOnlyList<Candidate> candidates, bool mayBeGap)
    {
        var listed = candidates.Any(candidate => candidate.Row.HasUnknown)
            ? null
            : Listed(candidates.Select(candidate => candidate.Row));
        var possible = listed ?? (ScoreOf(candidates.Select(candidate => candidate.Row)) is { } score
            ? new PossibleOutcomes([], score, false)
            : mayBeGap ? new PossibleOutcomes([], null, false) : null);
        return possible is null ? null : possible with { MayBeGap = mayBeGap };
    }

    /// <summary>Each row once, in order; null where there are more than can be listed.</summary>
    public static PossibleOutcomes? Listed(IEnumerable<Row> rows)
    {
        var distinct = new List<Row>();
        foreach (var row in rows)
        {
            if (!distinct.Exists(other => Row.Same(other, row)))
            {
                distinct.Add(row);
            }

            if (distinct.Count > EvaluationLimits.PossibleRows)
            {
                return null;
            }
        }

        return new PossibleOutcomes([.. distinct.Select(row => row.Values)], null, false);
    }

    /// <summary>For rows of one number: the lowest and highest of them; null where one is not bounded.</summary>
    public static NumberRange? ScoreOf(IEnumerable<Row> rows)
    {
        NumberRange? hull = null;
        foreach (var row in rows)
        {
            if (row.Values.Count != 1 || NumberRanges.Of(row.Values[0]) is not { } range)
            {
                return null;
            }

            hull = hull is { } before ? NumberRanges.Hull(before, range) : range;
            if (hull is null)
            {
                return null;
            }
        }

        return hull;
    }
}
