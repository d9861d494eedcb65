namespace CaseFlow.Rules.Coverage;

/// <summary>What of a pack its examples show to work.</summary>
/// <param name="Items">Everything that can be shown, by file and place.</param>
public sealed record CoverageReport(IReadOnlyList<CoverageItem> Items)
{
    /// <summary>How much is shown.</summary>
    public int Covered => Items.Count(item => item.IsCovered);

    /// <summary>What no example shows, by file and place.</summary>
    public IReadOnlyList<CoverageItem> Uncovered => [.. Items.Where(item => !item.IsCovered)];

    /// <summary>
    /// The share that is shown, 0 to 100, cut to one decimal: it is 100 only where nothing is left. A pack with nothing
    /// to show is at 100.
    /// </summary>
    public decimal Percent => Items.Count == 0 ? 100 : Math.Floor(1000m * Covered / Items.Count) / 10;
}
