using System.Globalization;

namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>The shapes of references to parts of a law, and of days.</summary>
internal static class References
{
    private const int MaxLetters = 2;

    /// <summary>`28`, `11a`, `đ`, `II`, `II.2.1`.</summary>
    public static bool IsReference(ReadOnlySpan<char> text)
    {
        var dot = text.IndexOf('.');
        if (dot < 0)
        {
            return IsArticle(text) || IsPoint(text) || IsRoman(text);
        }

        return (IsRoman(text[..dot]) || AllDigits(text[..dot])) && AllParts(text[(dot + 1)..]);
    }

    /// <summary>True for a date that the calendar has.</summary>
    public static bool IsRealDay(string text) => TryReadDay(text, out _);

    /// <summary>The day that a text means, as the language writes it; null where it means none.</summary>
    public static string? DayMeant(string text) =>
        NumberShapes.Suggest(text) is var meant && IsRealDay(meant) ? meant : null;

    /// <summary>Reads `2026-07-01`.</summary>
    public static bool TryReadDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static bool IsArticle(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return AllDigits(text) || (digits > 0 && digits == text.Length - 1 && IsPointLetter(text[^1]));
    }

    private static bool IsPoint(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= MaxLetters && IsPointLetter(text[0]) && IsPointLetter(text[^1]);

    private static bool IsPointLetter(char letter) => char.IsAsciiLetterLower(letter) || letter == 'đ';

    private static bool IsRoman(ReadOnlySpan<char> text) => text.Length > 0 && text.IndexOfAnyExcept("IVXLC") < 0;

    private static bool AllDigits(ReadOnlySpan<char> text) =>
        text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');

    private static bool AllParts(ReadOnlySpan<char> text)
    {
        foreach (var part in text.Split('.'))
        {
            if (part.Start.Value == part.End.Value)
            {
                return false;
            }
        }

        return true;
    }
}
