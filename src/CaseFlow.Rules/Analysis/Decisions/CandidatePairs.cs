using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;

namespace CaseFlow.Rules.Analysis.Decisions;

/// <summary>Pairs of rules that may disagree: those that give the same by what is written are passed over.</summary>
internal sealed class CandidatePairs(DecisionCases cases)
{
    /// <summary>The pairs that are active in some case together, the later one second.</summary>
    public IEnumerable<(Candidate One, Candidate Other)> Differing()
    {
        var all = cases.Candidates;
        var groups = Groups(all);
        return new MeetingPairs(cases.Space, [.. all.Select(candidate => candidate.Active.Yes)]).All()
            .Where(pair => groups[pair.Former] != groups[pair.Later]
                && !cases.Space.AreApart(all[pair.Former].Active.Yes, all[pair.Later].Active.Yes))
            .Select(pair => (all[pair.Former], all[pair.Later]));
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
