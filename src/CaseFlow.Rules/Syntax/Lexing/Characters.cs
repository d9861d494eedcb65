using System.Globalization;
using System.Text;

namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>What single characters are to the scanner.</summary>
internal static class Characters
{
    // The signs that word processors put in place of the ones the language knows.
    private static readonly Dictionary<char, string> Lookalikes = new()
    {
        ['–'] = "-", ['—'] = "-", ['−'] = "-", ['“'] = "\"", ['”'] = "\"", ['‘'] = "`", ['’'] = "`",
        ['≥'] = ">=", ['≤'] = "<=", ['≠'] = "!=", ['×'] = "*", ['÷'] = "/",
    };

    public static string? LookalikeOf(char character) => Lookalikes.GetValueOrDefault(character);

    public static bool IsLineEnd(char character) => character is '\n' or '\r';

    public static bool IsDigit(char character) => char.IsAsciiDigit(character);

    /// <summary>
    /// The character at a position; a lone surrogate is returned as the replacement character, length 1.
    /// </summary>
    public static Rune RuneAt(string text, int position, out int length)
    {
        _ = Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out length);
        return rune;
    }

    public static bool StartsName(Rune rune) => rune.Value == '_' || Rune.IsLetter(rune);

    public static bool ContinuesName(Rune rune) => StartsName(rune) || Rune.IsDigit(rune) || IsMark(rune);

    /// <summary>Controls that change the reading direction: what is seen would not be what is read.</summary>
    public static bool IsBidiControl(int value) =>
        value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>
    /// Characters that cannot be seen and are no white space, halves of a surrogate pair, and what is no character.
    /// </summary>
    public static bool IsForbidden(string text, int position, Rune rune)
    {
        if ((char.IsSurrogate(text[position]) && rune == Rune.ReplacementChar) || rune.Value is 0xFFFE or 0xFFFF)
        {
            return true;
        }

        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            && !Rune.IsWhiteSpace(rune);
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
