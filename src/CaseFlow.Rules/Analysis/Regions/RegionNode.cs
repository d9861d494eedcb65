namespace CaseFlow.Rules.Analysis.Regions;

/// <summary>
/// A question about one variable: its line of values, cut, and for each stretch the node that answers for the rest.
/// </summary>
/// <param name="level">Which variable; along any way levels rise.</param>
/// <param name="cuts">The cuts, rising.</param>
/// <param name="children">One more than the cuts; neighbours differ.</param>
internal sealed class RegionNode(int level, Cut[] cuts, int[] children) : IEquatable<RegionNode>
{
    /// <summary>Which variable.</summary>
    public int Level { get; } = level;

    /// <summary>The cuts, rising.</summary>
    public Cut[] Cuts { get; } = cuts;

    /// <summary>The node of each stretch.</summary>
    public int[] Children { get; } = children;

    /// <inheritdoc/>
    public bool Equals(RegionNode? other) =>
        other is not null
        && Level == other.Level
        && Children.AsSpan().SequenceEqual(other.Children)
        && Cuts.AsSpan().SequenceEqual(other.Cuts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RegionNode);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Level);
        foreach (var child in Children)
        {
            hash.Add(child);
        }

        foreach (var cut in Cuts)
        {
            hash.Add(cut.At);
            hash.Add(cut.IsAfter);
        }

        return hash.ToHashCode();
    }
}
