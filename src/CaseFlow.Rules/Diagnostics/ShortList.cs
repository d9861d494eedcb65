using System.Globalization;

namespace CaseFlow.Rules.Diagnostics;

/// <summary>
/// What a message lists, cut where it grows long: nobody reads the twenty thousand members of an enum, and a pack made
/// to do harm would have them told with every finding.
/// </summary>
internal static class ShortList
{
    /// <summary>So many items are shown: two lines of a terminal.</summary>
    public const int Most = 12;

    private const string Arrow = " → ";

    /// <summary>`a, b, c`, or `a, b, … (20000)` with how many there are.</summary>
    public static string Of(IReadOnlyCollection<string> items, string between = ", ") => items.Count <= Most
        ? string.Join(between, items)
        : string.Join(between, items.Take(Most)) + between + Rest(items.Count);

    /// <summary>`a → b → a`: a circle, from its first step back to it.</summary>
    public static string Circle(IReadOnlyList<string> steps) =>
        Of(steps, Arrow) + Arrow + steps[0];

    private static string Rest(int count) => "… (" + count.ToString(CultureInfo.InvariantCulture) + ")";
}
