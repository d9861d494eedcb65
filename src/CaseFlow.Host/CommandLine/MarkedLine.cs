using System.Globalization;
using System.Text;

namespace CaseFlow.Host.CommandLine;

/// <summary>
/// A line of a file with a mark below the words that a finding is about, as a terminal can show it: cut to its width,
/// tabs as spaces, and without marks that the terminal would obey.
/// </summary>
internal static class MarkedLine
{
    private const int WidthMax = 100;

    // So much of the line stands before the mark, where the line is too long.
    private const int Before = 30;

    /// <summary>The line and the marks, each without its end.</summary>
    /// <param name="line">The line as it stands in the file.</param>
    /// <param name="column">First character marked, from 1, in UTF-16 units.</param>
    /// <param name="length">UTF-16 units marked; what goes beyond the line is not.</param>
    public static (string Line, string Marks) Of(string line, int column, int length)
    {
        var indent = line.Length - line.TrimStart().Length;
        var from = Math.Clamp(column - 1, indent, line.Length);
        var to = Math.Clamp(from + length, from, line.TrimEnd().Length < from ? from : line.TrimEnd().Length);
        var first = from - indent <= Before || line.Length - indent <= WidthMax ? indent : Whole(line, from - Before);
        var last = Math.Min(line.Length, Whole(line, Math.Min(first + WidthMax, line.Length)));
        var head = (first > indent ? "…" : "") + Shown(line[first..from]);
        var marked = Shown(line[from..Math.Max(from, Math.Min(to, last))]);
        var rest = Shown(line[Math.Min(Math.Max(to, from), last)..last]).TrimEnd() + (last < line.Length ? "…" : "");
        return (head + marked + rest, new string(' ', Width(head)) + new string('^', Math.Max(Width(marked), 1)));
    }

    /// <summary>Text without what a terminal would obey, on one line.</summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var obeyed = char.GetUnicodeCategory(character)
                is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            shown.Append(character == '\t' ? ' ' : obeyed ? '\uFFFD' : character);
        }

        return shown.ToString();
    }

    // Letters with their marks take one column each, however many code points they are.
    private static int Width(string text) => new StringInfo(text).LengthInTextElements;

    // Not between the halves of one character.
    private static int Whole(string line, int at) =>
        at > 0 && at < line.Length && char.IsLowSurrogate(line[at]) ? at - 1 : at;
}
