using System.Globalization;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>
/// How parts of a sentence stand below one another, as in Vietnamese law: a), b), c); inside them dashes, inside those
/// plus signs. A part begins with a line break and as many tabs as it lies deep.
/// </summary>
internal static class Prose
{
    private static readonly string[] Vietnamese =
    [
        "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
        "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y",
    ];

    /// <summary>An opening and its parts.</summary>
    /// <param name="opening">Ends with a colon.</param>
    /// <param name="parts">At least one, rendered one deeper than <paramref name="depth"/>.</param>
    /// <param name="depth">How deep the sentence itself lies.</param>
    /// <param name="language">Whose letters to use.</param>
    public static string Parts(string opening, IReadOnlyList<string> parts, int depth, string language)
    {
        var lines = parts.Select((part, place) =>
            Break(depth + 1) + Mark(place, depth, language) + " " + part + (place < parts.Count - 1 ? ";" : ""));
        return opening + string.Concat(lines);
    }

    /// <summary>Puts what follows behind a text: on the same line, or on its own where the text has parts.</summary>
    public static string Follow(string text, string next, int depth) => IsBroken(text)
        ? text + Break(depth) + next
        : text + " " + next;

    /// <summary>Whether a text has parts.</summary>
    public static bool IsBroken(string text) => text.Contains('\n', StringComparison.Ordinal);

    private static string Break(int depth) => "\n" + new string('\t', depth);

    private static string Mark(int place, int depth, string language) => depth switch
    {
        0 => Letter(place, language) + ")",
        1 => "–",
        _ => "+",
    };

    private static string Letter(int place, string language)
    {
        if (language == "vi")
        {
            return place < Vietnamese.Length ? Vietnamese[place] : Number(place);
        }

        return place < 26 ? ((char)('a' + place)).ToString() : Number(place);
    }

    private static string Number(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);
}
