using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation.Policies;

/// <summary>`hit sum`: the total of what the active rules add, brought within bounds; of nothing, 0.</summary>
internal static class SumHit
{
    /// <summary>What the candidates come to.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="total">An empty total of the decision's type.</param>
    /// <param name="clamp">The bounds, or null.</param>
    public static Verdict Of(CandidateList candidates, Total total, (Value Low, Value High)? clamp)
    {
        foreach (var candidate in candidates.All)
        {
            total.Add(candidate.Amount, isSure: candidate.IsSure);
        }

        var (low, high) = clamp is { } bounds ? total.Within(bounds.Low, bounds.High) : (total.Low, total.High);
        return low is not null && high is not null && low.Equals(high)
            ? Verdict.Decided(new Row([low]), candidates.Culprits)
            : Verdict.Undecided(
                [.. candidates.All.Where(Counts)],
                NumberRanges.Between(low, high) is { } score ? new PossibleOutcomes([], score, false) : null);
    }

    private static bool Counts(Candidate candidate) =>
        candidate.Row.HasUnknown || (!candidate.IsSure && !Total.IsNothing(candidate.Amount));
}
