namespace CaseFlow.Rules.Evaluation.Policies;

/// <summary>`hit single`: all active rules must give the same row; two that differ are a conflict.</summary>
internal static class SingleHit
{
    /// <summary>What the candidates come to.</summary>
    public static Verdict Of(CandidateList candidates)
    {
        var (all, sure) = (candidates.All, candidates.Sure);
        if (all.Count == 0)
        {
            return Verdict.Gap;
        }

        if (sure.Any(one => sure.Any(other => Row.Differ(one.Row, other.Row))))
        {
            return Verdict.Conflict(sure);
        }

        // One value under every completion: all rows are known and alike, and some rule or `otherwise` surely gives it.
        return candidates.NeverNone && all.All(candidate => Row.Same(all[0].Row, candidate.Row))
            ? Verdict.Decided(candidates.Culprits[0].Row, candidates.Culprits)
            : Verdict.Undecided(Open(candidates), Possible(candidates));
    }

    // A rule that may join the sure ones with the same row changes nothing.
    private static IReadOnlyList<Candidate> Open(CandidateList candidates) =>
        [.. candidates.All.Where(candidate => candidate.IsSure || candidates.Sure.Count == 0
            || candidates.Sure.Any(one => !Row.Same(one.Row, candidate.Row)))];

    // Beside a sure row another one is no answer but a conflict.
    private static PossibleOutcomes? Possible(CandidateList candidates) =>
        PossibleRows.Of(candidates.Culprits, mayBeGap: !candidates.NeverNone) is { } possible
            ? possible with
            {
                MayConflict = candidates.Sure.Any(one =>
                    candidates.All.Any(other => !other.IsSure && Row.Differ(one.Row, other.Row))),
            }
            : null;
}
