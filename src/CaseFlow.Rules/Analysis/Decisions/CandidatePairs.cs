using CaseFlow.Rules.Binding.Expressions;

namespace CaseFlow.Rules.Analysis.Decisions;

/// <summary>Pairs of rules that may disagree: those that give the same by what is written are passed over.</summary>
internal sealed class CandidatePairs(DecisionCases cases)
{
    /// <summary>The pairs in source order, the later one second.</summary>
    public IEnumerable<(Candidate One, Candidate Other)> Differing()
    {
        var all = cases.Candidates;
        var groups = Groups(all);
        for (var later = 1; later < all.Count; later++)
        {
            for (var former = 0; former < later; former++)
            {
                if (groups[former] != groups[later]
                    && !cases.Space.AreApart(all[former].Active.Yes, all[later].Active.Yes))
                {
                    yield return (all[former], all[later]);
                }
            }
        }
    }

    // Rules of one group give the same values by what is written.
    private static int[] Groups(IReadOnlyList<Candidate> all)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. all.Select(candidate =>
        {
            var key = string.Join(" ; ", candidate.Version.Values.Select(Key));
            known.TryAdd(key, known.Count);
            return known[key];
        })];
    }

    private static string Key(BoundExpression value) => Conditions.ExpressionKey.Of(value);
}
