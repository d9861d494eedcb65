using System.Globalization;
using System.Text;

namespace CaseFlow.Rules.Formatting.Words;

/// <summary>How many columns a text takes: a letter with its marks is one.</summary>
internal static class DisplayWidth
{
    public static int Of(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length;
        }

        var width = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            width += category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0 : 1;
        }

        return width;
    }
}
