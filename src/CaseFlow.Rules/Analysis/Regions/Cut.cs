namespace CaseFlow.Rules.Analysis.Regions;

/// <summary>
/// A place between two values of one variable. Values are laid on a line: yes and no, members of an enum, days, amounts
/// and counts by their own order, so that a condition holds on some stretches of the line and not on others.
/// </summary>
/// <param name="At">The value.</param>
/// <param name="IsAfter">True: just after it; false: just before it.</param>
internal readonly record struct Cut(decimal At, bool IsAfter) : IComparable<Cut>
{
    /// <summary>What is missing lies before every value; this is the place between.</summary>
    public static Cut AfterMissing { get; } = new(decimal.MinValue, true);

    /// <summary>Just before a value.</summary>
    public static Cut Before(decimal value) => new(value, false);

    /// <summary>Just after a value.</summary>
    public static Cut After(decimal value) => new(value, true);

    /// <inheritdoc/>
    public int CompareTo(Cut other)
    {
        var order = At.CompareTo(other.At);
        return order != 0 ? order : IsAfter.CompareTo(other.IsAfter);
    }
}
