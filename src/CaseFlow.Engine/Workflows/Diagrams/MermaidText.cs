using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace CaseFlow.Engine.Workflows.Diagrams;

/// <summary>
/// Text within a Mermaid diagram. Whatever could end a label, or be read as markup or as a link, is written as a number
/// (`#34;`), so that any name is safe and is shown as it is.
/// </summary>
internal static class MermaidText
{
    /// <summary>Longer texts are cut: a label is to be recognised, not read.</summary>
    public const int LongestLabel = 80;

    // A title stands in the diagram's header, which is YAML; a JSON text is one.
    private static readonly JsonSerializerOptions Header =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Text for a label, without its quotes; never empty.</summary>
    public static string Label(string text)
    {
        var label = new StringBuilder();
        var runes = Shortened(text);
        for (var place = 0; place < runes.Count; place++)
        {
            var rune = runes[place];
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                label.Append(' ');
            }
            else if (IsPlain(rune) || JoinsWords(runes, place))
            {
                label.Append(rune);
            }
            else
            {
                label.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
        }

        return label.ToString().Trim() is { Length: > 0 } shown ? shown : "…";
    }

    /// <summary>Text for the diagram's title, with its quotes.</summary>
    public static string Title(string text) => JsonSerializer.Serialize(text, Header);

    private static List<Rune> Shortened(string text)
    {
        var runes = text.EnumerateRunes().Take(LongestLabel + 1).ToList();
        if (runes.Count > LongestLabel)
        {
            runes[^1] = new Rune('…');
        }

        return runes;
    }

    private static bool IsPlain(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value == '…' || Rune.GetUnicodeCategory(rune) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Alone they begin lists and rules; between letters they are part of a word.
    private static bool JoinsWords(List<Rune> runes, int place) =>
        runes[place].Value is '-' or '_'
        && place > 0 && Rune.IsLetterOrDigit(runes[place - 1])
        && place + 1 < runes.Count && Rune.IsLetterOrDigit(runes[place + 1]);
}
