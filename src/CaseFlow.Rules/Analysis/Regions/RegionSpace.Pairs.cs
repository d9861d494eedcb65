namespace CaseFlow.Rules.Analysis.Regions;

// Here: telling apart, without making anything, sets that have nothing in common: most pairs of rows do.
internal sealed partial class RegionSpace
{
    // Rows of a table part at their first differing column; a pair that takes more steps is worked out and remembered.
    private const int QuickSteps = 200;

    /// <summary>Whether two sets have no case in common.</summary>
    public bool AreApart(int left, int right)
    {
        var steps = QuickSteps;
        return AreApart(left, right, ref steps) ?? And(left, right) == Never;
    }

    private bool? AreApart(int left, int right, ref int steps)
    {
        if (left == Never || right == Never)
        {
            return true;
        }

        if (left == right || left == Always || right == Always)
        {
            return false;
        }

        if (--steps < 0)
        {
            return null;
        }

        var (one, other) = (_nodes[left], _nodes[right]);
        return one.Level == other.Level ? AreApart(one, other, ref steps)
            : one.Level < other.Level ? AreApart(one, right, ref steps)
            : AreApart(other, left, ref steps);
    }

    private bool? AreApart(RegionNode node, int other, ref int steps)
    {
        foreach (var child in node.Children)
        {
            if (AreApart(child, other, ref steps) is not true and var answer)
            {
                return answer;
            }
        }

        return true;
    }

    private bool? AreApart(RegionNode one, RegionNode other, ref int steps)
    {
        var (a, b) = (0, 0);
        while (true)
        {
            if (AreApart(one.Children[a], other.Children[b], ref steps) is not true and var answer)
            {
                return answer;
            }

            if (a == one.Cuts.Length && b == other.Cuts.Length)
            {
                return true;
            }

            var order = a == one.Cuts.Length ? 1
                : b == other.Cuts.Length ? -1
                : one.Cuts[a].CompareTo(other.Cuts[b]);
            a += order <= 0 ? 1 : 0;
            b += order >= 0 ? 1 : 0;
            steps -= (a + b) % StretchesOfOneRegion == 0 ? 1 : 0;
        }
    }
}
