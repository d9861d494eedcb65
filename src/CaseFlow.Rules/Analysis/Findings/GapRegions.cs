using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Analysis.Witnesses;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>Part of a gap that one box tells.</summary>
/// <param name="Told">The box, as wide as the gap goes.</param>
/// <param name="Cases">Its cases.</param>
/// <param name="Sample">Some of them that no part told before has, by facts alone.</param>
internal sealed record GapRegion(Box Told, int Cases, Box Sample);

/// <summary>
/// Tells what is uncovered in few boxes, the plainest first. Boxes that share cases have one cause (no rule for this,
/// nor for that) and make one finding.
/// </summary>
internal sealed class GapRegions
{
    // Ways into what is left to try before the plainest box is taken.
    private const int Starts = 12;

    private readonly RegionSpace _space;
    private readonly IReadOnlyList<NamedCondition> _conditions;
    private readonly int _uncovered;
    private readonly BoxWidening _widening;

    /// <summary>Tells a set.</summary>
    /// <param name="space">The space.</param>
    /// <param name="uncovered">The set.</param>
    /// <param name="conditions">Conditions that it may be told by.</param>
    public GapRegions(RegionSpace space, int uncovered, IReadOnlyList<NamedCondition> conditions)
    {
        (_space, _uncovered, _conditions) = (space, uncovered, conditions);
        _widening = new BoxWidening(space, uncovered);
    }

    /// <summary>The regions, lazily; together they are the whole set.</summary>
    public IEnumerable<GapRegion> All()
    {
        for (var left = _uncovered; left != RegionSpace.Never;)
        {
            var (way, widest) = Plainest(left);
            var told = _widening.Narrow(widest, left);
            var cases = told.In(_space);
            var sample = new BoxWidening(_space, _space.And(cases, left)).Widen(Box.Of(way));
            yield return new GapRegion(told, cases, sample);
            left = _space.Except(left, cases);
        }
    }

    /// <summary>The regions of each cause, the plainest first.</summary>
    /// <param name="regions">The regions.</param>
    public IReadOnlyList<IReadOnlyList<GapRegion>> Grouped(IEnumerable<GapRegion> regions)
    {
        var groups = new List<List<GapRegion>>();
        foreach (var region in regions)
        {
            var near = groups
                .Where(group => group.Exists(other => !_space.AreApart(other.Cases, region.Cases)))
                .ToList();
            if (near.Count == 0)
            {
                groups.Add([region]);
                continue;
            }

            near[0].AddRange([.. near.Skip(1).SelectMany(group => group), region]);
            groups.RemoveAll(group => near.IndexOf(group) > 0);
        }

        return groups;
    }

    // Of boxes as short, one that goes on for ever says more than one that ends.
    private (IReadOnlyList<(int Level, Cut? From, Cut? To)> Way, Box Widest) Plainest(int left) => _space.WaysIn(left)
        .Take(Starts)
        .Select(way => (way, _widening.Widen(Box.Of(way), _conditions)))
        .OrderBy(item => item.Item2.Sides.Count + item.Item2.Conditions.Count)
        .ThenBy(item => item.Item2.Sides.Values.Count(stretches => stretches[^1].To is not null))
        .First();
}
