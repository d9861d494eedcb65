using System.Globalization;
using System.Text;

namespace CaseFlow.Rules.Syntax;

/// <summary>Pieces of the author's text as findings quote them: on one line, and short.</summary>
internal static class Words
{
    private const int Longest = 120;

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>`U+202E`.</summary>
    public static string CodePoint(int value) => "U+" + value.ToString("X4", CultureInfo.InvariantCulture);

    /// <summary>The text with runs of white space as one space, cut where it is long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most characters shown.</param>
    public static string Quote(ReadOnlySpan<char> text, int longest = Longest)
    {
        var line = new StringBuilder();
        var gap = false;
        foreach (var character in text.Trim())
        {
            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                gap = true;
                continue;
            }

            line.Append(gap ? " " : "").Append(character);
            gap = false;
            if (line.Length > longest)
            {
                line.Length = longest;
                return line.Append('…').ToString();
            }
        }

        return line.ToString();
    }
}
