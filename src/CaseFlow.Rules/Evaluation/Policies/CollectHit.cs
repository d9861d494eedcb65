using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation.Policies;

/// <summary>`hit collect`: the values of all active rules in the order of the rules; of none, an empty list.</summary>
internal static class CollectHit
{
    /// <summary>What the candidates come to.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="distinct">True: equal rows stand once.</param>
    /// <param name="outputs">How many outputs the decision has.</param>
    public static Verdict Of(CandidateList candidates, bool distinct, int outputs)
    {
        var open = candidates.All.Where(candidate => IsOpen(candidate, candidates, distinct)).ToList();
        return open.Count == 0
            ? Verdict.Decided(Collected(candidates.Sure, distinct, outputs), candidates.Sure)
            : Verdict.Undecided(open, Possible(candidates, distinct, outputs));
    }

    // A rule that may only add what stands there already changes nothing in a distinct list.
    private static bool IsOpen(Candidate candidate, CandidateList candidates, bool distinct) =>
        candidate.Row.HasUnknown
        || (!candidate.IsSure && !(distinct && candidates.Sure.Any(sure => Row.Same(sure.Row, candidate.Row))));

    private static PossibleOutcomes? Possible(CandidateList candidates, bool distinct, int outputs)
    {
        var maybe = candidates.All.Where(candidate => !candidate.IsSure).ToList();
        if (maybe.Count > EvaluationLimits.RulesTriedAsSubsets
            || candidates.All.Any(candidate => candidate.Row.HasUnknown))
        {
            return null;
        }

        var lists = Enumerable.Range(0, 1 << maybe.Count).Select(subset => Collected(
            candidates.All.Where(candidate => candidate.IsSure || (subset >> maybe.IndexOf(candidate) & 1) == 1),
            distinct,
            outputs));
        return PossibleRows.Listed(lists);
    }

    private static Row Collected(IEnumerable<Candidate> active, bool distinct, int outputs)
    {
        var rows = new List<Row>();
        foreach (var row in active.Select(candidate => candidate.Row))
        {
            if (!distinct || !rows.Exists(other => Row.Same(other, row)))
            {
                rows.Add(row);
            }
        }

        return new Row([.. Enumerable.Range(0, outputs)
            .Select(output => new ListValue([.. rows.Select(row => row.Values[output])]))]);
    }
}
