namespace CaseFlow.Rules.Analysis.Regions;

/// <summary>
/// Sets of cases as decision diagrams over variables whose lines of values are cut only where conditions cut them.
/// Equal sets are one node, so that asking whether two are the same, or whether one is empty, costs nothing. Work and
/// memory are bounded by the budget.
/// </summary>
internal sealed partial class RegionSpace(RegionBudget budget)
{
    /// <summary>No case.</summary>
    public const int Never = 0;

    /// <summary>Every case.</summary>
    public const int Always = 1;

    // A node of many stretches is that much more work than one of a few.
    private const int StretchesOfOneRegion = 16;

    private readonly List<RegionNode> _nodes = [Leaf(), Leaf()];
    private readonly Dictionary<RegionNode, int> _known = [];
    private readonly Dictionary<(int, int), int> _and = [];
    private readonly Dictionary<(int, int), int> _or = [];
    private readonly Dictionary<int, int> _not = [];

    /// <summary>What may still be looked at.</summary>
    public RegionBudget Budget => budget;

    /// <summary>The node of a number that is neither <see cref="Never"/> nor <see cref="Always"/>.</summary>
    public RegionNode this[int node] => _nodes[node];

    /// <summary>The cases whose variable lies on some stretches.</summary>
    /// <param name="level">The variable.</param>
    /// <param name="cuts">Rising cuts.</param>
    /// <param name="children">The node of each stretch; neighbours may be alike.</param>
    public int Make(int level, ReadOnlySpan<Cut> cuts, ReadOnlySpan<int> children)
    {
        var places = new List<Cut>(cuts.Length);
        var parts = new List<int>(children.Length) { children[0] };
        for (var place = 0; place < cuts.Length; place++)
        {
            if (children[place + 1] != parts[^1])
            {
                places.Add(cuts[place]);
                parts.Add(children[place + 1]);
            }
        }

        return parts.Count == 1 ? parts[0] : Known(new RegionNode(level, [.. places], [.. parts]));
    }

    /// <summary>
    /// The cases whose variable lies from one cut (null: from the start) to another (null: to the end).
    /// </summary>
    public int Between(int level, Cut? from, Cut? to) => (from, to) switch
    {
        (null, null) => Always,
        ({ } start, null) => Make(level, [start], [Never, Always]),
        (null, { } end) => Make(level, [end], [Always, Never]),
        ({ } start, { } end) when start.CompareTo(end) >= 0 => Never,
        ({ } start, { } end) => Make(level, [start, end], [Never, Always, Never]),
    };

    /// <summary>The variable that a node asks about first; past all others for the two ends.</summary>
    public int LevelOf(int node) => node <= Always ? int.MaxValue : _nodes[node].Level;

    private static RegionNode Leaf() => new(int.MaxValue, [], []);

    private int Known(RegionNode node)
    {
        if (!_known.TryGetValue(node, out var number))
        {
            budget.Spend(1 + (node.Cuts.Length / StretchesOfOneRegion));
            number = _nodes.Count;
            _nodes.Add(node);
            _known.Add(node, number);
        }

        return number;
    }
}
