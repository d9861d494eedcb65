using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation.Policies;

/// <summary>
/// `hit highest`, `hit lowest`: the highest or lowest value that an active rule gives; the rules that give it are what
/// the outcome rests on.
/// </summary>
internal static class ExtremeHit
{
    /// <summary>What the candidates come to.</summary>
    public static Verdict Of(CandidateList candidates, Extreme extreme)
    {
        var all = candidates.All;
        if (all.Count == 0)
        {
            return Verdict.Gap;
        }

        var best = candidates.Sure.Where(candidate => !candidate.Row.HasUnknown)
            .Aggregate((Candidate?)null, (best, next) =>
                best is null || extreme.Beats(next.Amount, best.Amount) ? next : best);
        var open = all.Where(candidate => best is null
            || extreme.MayBeat(candidate.Amount, (Value?)candidate.Unknown ?? BooleanValue.Yes, best.Amount)).ToList();
        if (best is not null && open.Count == 0)
        {
            return Verdict.Decided(
                best.Row, [.. candidates.Sure.Where(candidate => Row.Same(candidate.Row, best.Row))]);
        }

        if (candidates.NeverNone && all.All(candidate => Row.Same(all[0].Row, candidate.Row)))
        {
            return Verdict.Decided(all[0].Row, candidates.Culprits);
        }

        var inQuestion = all.Where(candidate => candidate == best || open.Contains(candidate)).ToList();
        return Verdict.Undecided(open, PossibleRows.Of(inQuestion, mayBeGap: !candidates.NeverNone));
    }
}
