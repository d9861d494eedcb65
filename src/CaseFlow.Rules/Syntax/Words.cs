using System.Globalization;
using System.Text;

namespace CaseFlow.Rules.Syntax;

/// <summary>Pieces of the author's text as findings quote them: on one line, and short.</summary>
internal static class Words
{
    private const int MaxQuoted = 120;

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>`U+202E`.</summary>
    public static string CodePoint(int value) => "U+" + value.ToString("X4", CultureInfo.InvariantCulture);

    /// <summary>The text with runs of white space as one space, cut where it is long.</summary>
    public static string Quote(ReadOnlySpan<char> text)
    {
        var line = new StringBuilder();
        var gap = false;
        foreach (var character in text.Trim())
        {
            if (line.Length >= MaxQuoted)
            {
                return line.Append('…').ToString();
            }

            if (char.IsWhiteSpace(character) || char.IsControl(character))
            {
                gap = true;
                continue;
            }

            line.Append(gap ? " " : "").Append(character);
            gap = false;
        }

        return line.ToString();
    }
}
