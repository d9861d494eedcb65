using CaseFlow.Rules.Analysis.Regions;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>
/// Widens a box inside a set as far as it goes: variables that do not matter are dropped, stretches that belong are
/// added, so that one finding tells all of what is wrong in one place.
/// </summary>
internal sealed class BoxWidening(RegionSpace space, int set)
{
    // A line of more cuts is widened to both sides only as far as its neighbours go.
    private const int MostStretches = 64;

    private readonly int _outside = space.Not(set);
    private readonly IReadOnlyDictionary<int, Cut[]> _cuts = CutsIn(space, set);

    /// <summary>The widest box found around one inside the set.</summary>
    public Box Widen(Box box)
    {
        foreach (var level in box.Sides.Keys.OrderDescending().ToList())
        {
            var without = box.Without(level);
            box = IsInside(without) ? without : box.With(level, Stretches(box, level));
        }

        return box;
    }

    private List<Stretch> Stretches(Box box, int level)
    {
        var lines = StretchesOf(level);
        if (lines.Count > MostStretches)
        {
            return [.. box.Sides[level]];
        }

        var belong = lines.Where(stretch => IsInside(box.With(level, [stretch]))).ToList();
        return Joined(belong);
    }

    private bool IsInside(Box box) => space.AreApart(box.In(space), _outside);

    private List<Stretch> StretchesOf(int level)
    {
        var cuts = _cuts.GetValueOrDefault(level) ?? [];
        var stretches = new List<Stretch>(cuts.Length + 1);
        for (var place = 0; place <= cuts.Length; place++)
        {
            stretches.Add(new Stretch(
                place == 0 ? null : cuts[place - 1], place == cuts.Length ? null : cuts[place]));
        }

        return stretches;
    }

    private static List<Stretch> Joined(List<Stretch> stretches)
    {
        var joined = new List<Stretch>();
        foreach (var stretch in stretches)
        {
            if (joined.Count > 0 && joined[^1].To is { } end && end == stretch.From)
            {
                joined[^1] = joined[^1] with { To = stretch.To };
            }
            else
            {
                joined.Add(stretch);
            }
        }

        return joined;
    }

    private static Dictionary<int, Cut[]> CutsIn(RegionSpace space, int set)
    {
        var cuts = new Dictionary<int, SortedSet<Cut>>();
        var (seen, open) = (new HashSet<int>(), new Stack<int>([set]));
        while (open.TryPop(out var node))
        {
            if (node > RegionSpace.Always && seen.Add(node))
            {
                var asked = space[node];
                cuts.TryAdd(asked.Level, []);
                cuts[asked.Level].UnionWith(asked.Cuts);
                Array.ForEach(asked.Children, open.Push);
            }
        }

        return cuts.ToDictionary(level => level.Key, level => level.Value.ToArray());
    }
}
