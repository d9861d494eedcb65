using System.Globalization;
using System.Resources;

namespace CaseFlow.Engine.Deadlines;

/// <summary>Citations as people read them: `LKN art 28 cl 1` is `LKN Điều 28 khoản 1` in Vietnamese.</summary>
public static class CitationText
{
    private static readonly ResourceManager Texts =
        new("CaseFlow.Engine.Deadlines.DeadlineMessages", typeof(CitationText).Assembly);

    /// <summary>One citation, in the outcome's own form, in words of the culture's language.</summary>
    public static string In(string citation, CultureInfo culture)
    {
        var words = citation.Split(' ');
        if (words[0] == "practice")
        {
            return Word("practice", culture) + citation[words[0].Length..];
        }

        // The law's short name comes first; then a kind of part and its reference, by turns.
        for (var i = 1; i + 1 < words.Length; i += 2)
        {
            words[i] = Word(words[i], culture);
        }

        return string.Join(' ', words);
    }

    /// <summary>Several, one after the other.</summary>
    public static string In(IEnumerable<string> citations, CultureInfo culture) =>
        string.Join("; ", citations.Select(citation => In(citation, culture)));

    private static string Word(string part, CultureInfo culture) =>
        Texts.GetString("Part." + part, culture) ?? part;
}
