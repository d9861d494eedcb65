namespace CaseFlow.Rules.Analysis.Regions;

// Here: and, or, not, each remembered for every pair it was asked for.
internal sealed partial class RegionSpace
{
    /// <summary>Cases in both.</summary>
    public int And(int left, int right)
    {
        if (left == right || right == Always)
        {
            return left;
        }

        if (left == Never || right == Never)
        {
            return Never;
        }

        return left == Always ? right : Combined(left, right, _and, isAnd: true);
    }

    /// <summary>Cases in either.</summary>
    public int Or(int left, int right)
    {
        if (left == right || right == Never)
        {
            return left;
        }

        if (left == Always || right == Always)
        {
            return Always;
        }

        return left == Never ? right : Combined(left, right, _or, isAnd: false);
    }

    /// <summary>Cases in neither.</summary>
    public int Not(int node)
    {
        if (node <= Always)
        {
            return Always - node;
        }

        if (!_not.TryGetValue(node, out var result))
        {
            budget.Spend();
            var asked = _nodes[node];
            result = Known(new RegionNode(asked.Level, asked.Cuts, Array.ConvertAll(asked.Children, Not)));
            _not[node] = result;
            _not[result] = node;
        }

        return result;
    }

    /// <summary>Cases of the first that are not of the second.</summary>
    public int Except(int node, int without) => And(node, Not(without));

    /// <summary>Whether every case of the first is one of the second.</summary>
    public bool IsWithin(int node, int other) => node == other || And(node, Not(other)) == Never;

    /// <summary>Cases in any of them; halved again and again, so that none grows before it must.</summary>
    public int Any(IReadOnlyList<int> nodes) => Any(nodes, 0, nodes.Count);

    private int Any(IReadOnlyList<int> nodes, int from, int to) => (to - from) switch
    {
        0 => Never,
        1 => nodes[from],
        var count => Or(Any(nodes, from, from + (count / 2)), Any(nodes, from + (count / 2), to)),
    };

    private int Combined(int left, int right, Dictionary<(int, int), int> known, bool isAnd)
    {
        var key = left < right ? (left, right) : (right, left);
        if (known.TryGetValue(key, out var result))
        {
            return result;
        }

        budget.Spend();
        var (one, other) = (_nodes[left], _nodes[right]);
        result = one.Level == other.Level ? Merged(one, other, isAnd)
            : one.Level < other.Level ? Mapped(one, right, isAnd)
            : Mapped(other, left, isAnd);
        known[key] = result;
        return result;
    }

    private int Step(int left, int right, bool isAnd) => isAnd ? And(left, right) : Or(left, right);

    private int Mapped(RegionNode node, int other, bool isAnd)
    {
        var children = new int[node.Children.Length];
        for (var place = 0; place < children.Length; place++)
        {
            children[place] = Step(node.Children[place], other, isAnd);
        }

        return Make(node.Level, node.Cuts, children);
    }

    private int Merged(RegionNode one, RegionNode other, bool isAnd)
    {
        var cuts = new List<Cut>(one.Cuts.Length + other.Cuts.Length);
        var children = new List<int>(cuts.Capacity + 1);
        var (a, b) = (0, 0);
        children.Add(Step(one.Children[0], other.Children[0], isAnd));
        while (a < one.Cuts.Length || b < other.Cuts.Length)
        {
            var order = a == one.Cuts.Length ? 1
                : b == other.Cuts.Length ? -1
                : one.Cuts[a].CompareTo(other.Cuts[b]);
            cuts.Add(order <= 0 ? one.Cuts[a] : other.Cuts[b]);
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
            children.Add(Step(one.Children[a], other.Children[b], isAnd));
        }

        return Make(one.Level, [.. cuts], [.. children]);
    }
}
