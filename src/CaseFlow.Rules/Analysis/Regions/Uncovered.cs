namespace CaseFlow.Rules.Analysis.Regions;

/// <summary>
/// What is left of all cases once many sets are taken away. The sets are looked at side by side, variable by variable,
/// and only where they differ; where few are left comes first, so that something uncovered is found early even where
/// the whole would take too long.
/// </summary>
internal sealed class Uncovered(RegionSpace space)
{
    private readonly Dictionary<NodeSet, int> _known = [];
    private readonly Stack<(int Level, Cut? From, Cut? To)> _way = [];

    /// <summary>The first stretches found on which no set lies; null while none was found.</summary>
    public IReadOnlyList<(int Level, Cut? From, Cut? To)>? First { get; private set; }

    /// <summary>The cases in none of the sets.</summary>
    /// <exception cref="BudgetSpentException">See <see cref="First"/> for what was found until then.</exception>
    public int By(IEnumerable<int> sets) => Left(new NodeSet([.. sets.Distinct().Order()]));

    private int Left(NodeSet sets)
    {
        var nodes = sets.Nodes.AsSpan();
        nodes = nodes.Length > 0 && nodes[0] == RegionSpace.Never ? nodes[1..] : nodes;
        if (nodes.Length == 0)
        {
            First ??= [.. _way];
            return RegionSpace.Always;
        }

        if (nodes[0] == RegionSpace.Always)
        {
            return RegionSpace.Never;
        }

        if (nodes.Length == 1)
        {
            First ??= [.. _way.Concat(space.WayIn(space.Not(nodes[0])))];
            return space.Not(nodes[0]);
        }

        if (!_known.TryGetValue(sets, out var left))
        {
            space.Budget.Spend();
            left = Split(nodes.ToArray());
            _known.Add(sets, left);
        }

        return left;
    }

    private int Split(int[] nodes)
    {
        var level = nodes.Min(space.LevelOf);
        var stretches = Stretches(nodes, level);
        var children = new int[stretches.Count];
        foreach (var place in Enumerable.Range(0, children.Length).OrderBy(place => stretches[place].Sets.Nodes.Length))
        {
            var to = place + 1 < stretches.Count ? stretches[place + 1].From : null;
            _way.Push((level, stretches[place].From, to));
            children[place] = Left(stretches[place].Sets);
            _way.Pop();
        }

        return space.Make(level, [.. stretches.Skip(1).Select(stretch => stretch.From!.Value)], children);
    }

    // What is left of each set on each stretch; kept as counts, so that a long line of many sets costs only its cuts.
    private List<(Cut? From, NodeSet Sets)> Stretches(int[] nodes, int level)
    {
        var counts = new SortedDictionary<int, int>();
        var events = new List<(Cut At, int Ends, int Begins)>();
        foreach (var node in nodes)
        {
            var isAsked = space.LevelOf(node) == level;
            Count(counts, isAsked ? space[node].Children[0] : node, 1);
            for (var cut = 0; isAsked && cut < space[node].Cuts.Length; cut++)
            {
                events.Add((space[node].Cuts[cut], space[node].Children[cut], space[node].Children[cut + 1]));
            }
        }

        events.Sort((one, other) => one.At.CompareTo(other.At));
        var stretches = new List<(Cut?, NodeSet)> { (null, new NodeSet([.. counts.Keys])) };
        for (var place = 0; place < events.Count; place++)
        {
            Count(counts, events[place].Ends, -1);
            Count(counts, events[place].Begins, 1);
            if (place + 1 == events.Count || events[place].At != events[place + 1].At)
            {
                stretches.Add((events[place].At, new NodeSet([.. counts.Keys])));
            }
        }

        return stretches;
    }

    private static void Count(SortedDictionary<int, int> counts, int node, int by)
    {
        var count = counts.GetValueOrDefault(node) + by;
        if (count == 0)
        {
            counts.Remove(node);
        }
        else if (node != RegionSpace.Never)
        {
            counts[node] = count;
        }
    }

    // Equal where the same nodes stand in it; they are in order, each once.
    private readonly record struct NodeSet(int[] Nodes)
    {
        public bool Equals(NodeSet other) => Nodes.AsSpan().SequenceEqual(other.Nodes);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var node in Nodes)
            {
                hash.Add(node);
            }

            return hash.ToHashCode();
        }
    }
}
