using System.Globalization;
using System.Text;

namespace CaseFlow.Rules.Diagnostics;

/// <summary>What a fix does, in words; they come from `RulesMessages.resx`.</summary>
public static class FixWords
{
    // Of what is taken out, so much is shown that one knows it again.
    private const int RemovedShown = 60;

    /// <summary>
    /// A fix as an order: write `1_250_000` at 7:12. What it inserts in several lines follows as these lines, to be
    /// pasted as they stand.
    /// </summary>
    /// <param name="fix">The fix.</param>
    /// <param name="culture">The reader's language, vi or en.</param>
    /// <param name="textAt">The text that stands at a place now; empty where it is not known.</param>
    public static string Of(TextFix fix, CultureInfo culture, Func<SourceSpan, string> textAt)
    {
        ArgumentNullException.ThrowIfNull(fix);
        ArgumentNullException.ThrowIfNull(textAt);
        return ShortList.Of([.. fix.Edits.Select(edit => Of(edit, culture, textAt))], "; ");
    }

    private static string Of(TextEdit edit, CultureInfo culture, Func<SourceSpan, string> textAt)
    {
        var place = edit.Span.Line.ToString(CultureInfo.InvariantCulture)
            + ":" + edit.Span.Column.ToString(CultureInfo.InvariantCulture);
        if (edit.NewText.Length == 0)
        {
            return RulesMessages.Text("Fix.Remove", culture, Shown(textAt(edit.Span)), place);
        }

        var text = edit.NewText.ReplaceLineEndings("\n").Trim();
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            return RulesMessages.Text("Fix.InsertLines", culture, place) + "\n" + text;
        }

        // A name in backticks is written with them: in quotes made of backticks they would not be seen.
        var key = text.StartsWith('`') ? "Fix.WriteBackticks" : edit.Span.Length == 0 ? "Fix.Insert" : "Fix.Write";
        return RulesMessages.Text(key, culture, text, place);
    }

    // On one line and without what a terminal would obey: a mark that turns the reading direction is shown by its name.
    private static string Shown(string removed)
    {
        var text = new StringBuilder();
        foreach (var rune in string.Join(' ', removed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .EnumerateRunes())
        {
            var name = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
            text.Append(name ? string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}") : rune.ToString());
            if (text.Length > RemovedShown)
            {
                return text.Append('…').ToString();
            }
        }

        return text.ToString();
    }
}
