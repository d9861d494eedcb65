namespace CaseFlow.Rules.Analysis.Regions;

// Here: single cases out of a set.
internal sealed partial class RegionSpace
{
    /// <summary>Stretches of variables on which every case is of the set; the set must not be empty.</summary>
    public IEnumerable<(int Level, Cut? From, Cut? To)> WayIn(int node)
    {
        while (node > Always)
        {
            var asked = _nodes[node];
            var place = Array.FindIndex(asked.Children, child => child != Never);
            yield return Stretch(asked, place);
            node = asked.Children[place];
        }
    }

    /// <summary>Every way into the set, lazily.</summary>
    public IEnumerable<IReadOnlyList<(int Level, Cut? From, Cut? To)>> WaysIn(int node)
    {
        if (node == Always)
        {
            yield return [];
        }
        else if (node != Never)
        {
            var asked = _nodes[node];
            for (var place = 0; place < asked.Children.Length; place++)
            {
                foreach (var way in WaysIn(asked.Children[place]))
                {
                    yield return [Stretch(asked, place), .. way];
                }
            }
        }
    }

    /// <summary>The cases on all of the stretches.</summary>
    public int Of(IEnumerable<(int Level, Cut? From, Cut? To)> way) => way
        .OrderByDescending(stretch => stretch.Level)
        .Aggregate(Always, (rest, stretch) => And(Between(stretch.Level, stretch.From, stretch.To), rest));

    /// <summary>The levels that a set asks about, rising.</summary>
    public IReadOnlyList<int> LevelsOf(int node)
    {
        var (levels, seen, open) = (new SortedSet<int>(), new HashSet<int>(), new Stack<int>([node]));
        while (open.TryPop(out var next))
        {
            if (next > Always && seen.Add(next))
            {
                levels.Add(_nodes[next].Level);
                Array.ForEach(_nodes[next].Children, open.Push);
            }
        }

        return [.. levels];
    }

    /// <summary>
    /// The stretches of one variable on which a set has some case, whatever the other variables are.
    /// </summary>
    public int Along(int level, int node) => Along(level, node, []);

    private int Along(int level, int node, Dictionary<int, int> known)
    {
        if (node <= Always || LevelOf(node) > level)
        {
            return node == Never ? Never : Always;
        }

        if (!known.TryGetValue(node, out var line))
        {
            var asked = _nodes[node];
            line = asked.Level == level
                ? Make(level, asked.Cuts, Array.ConvertAll(asked.Children, child => child == Never ? Never : Always))
                : asked.Children.Aggregate(Never, (all, child) => Or(all, Along(level, child, known)));
            known.Add(node, line);
        }

        return line;
    }

    private static (int Level, Cut? From, Cut? To) Stretch(RegionNode node, int place) => (
        node.Level,
        place == 0 ? null : node.Cuts[place - 1],
        place == node.Cuts.Length ? null : node.Cuts[place]);
}
