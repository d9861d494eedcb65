using System.Globalization;

namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>The shapes that start with a digit: numbers, dates, and what people write in their place.</summary>
internal static class NumberShapes
{
    private const int YearDigits = 4;

    /// <summary>
    /// Reads the shape at <paramref name="start"/>; <paramref name="end"/> is one past its last character.
    /// </summary>
    public static TokenKind Read(string text, int start, out int end)
    {
        if (ReadDate(text, start, out end, out var exact))
        {
            return exact ? TokenKind.Date : TokenKind.MalformedNumber;
        }

        end = SkipDigits(text, start);
        var points = 0;
        while (end + 1 < text.Length && text[end] == '.' && Characters.IsDigit(text[end + 1]))
        {
            end = SkipDigits(text, end + 1);
            points++;
        }

        var wordEnd = SkipWord(text, end);
        var malformed = points > 1 || wordEnd > end;
        end = wordEnd;
        return malformed ? TokenKind.MalformedNumber : TokenKind.Number;
    }

    /// <summary>What the author of a malformed number probably meant, in a form that is read.</summary>
    public static string Suggest(string text)
    {
        var culture = CultureInfo.InvariantCulture;
        if (DateOnly.TryParseExact(text, ["yyyy-M-d", "d/M/yyyy"], culture, DateTimeStyles.None, out var day))
        {
            return day.ToString("yyyy-MM-dd", culture);
        }

        var letters = text.AsSpan().IndexOfAnyExcept("0123456789_.");
        var number = (letters < 0 ? text : text[..letters]).Replace('.', '_');
        return letters < 0 ? number : number + " " + text[letters..];
    }

    // 2026-07-01 exactly; 2026-7-1 and 01/07/2026 are dates to their authors and nothing to the language.
    private static bool ReadDate(string text, int start, out int end, out bool exact)
    {
        exact = false;
        end = start;
        var first = CountDigits(text, start);
        var sign = SignAt(text, start + first);
        if (sign is not ('-' or '/') || first is 0 or > YearDigits)
        {
            return false;
        }

        var secondStart = start + first + 1;
        var second = CountDigits(text, secondStart);
        var thirdStart = secondStart + second + 1;
        var third = CountDigits(text, thirdStart);
        end = thirdStart + third;
        if (second is not (1 or 2) || SignAt(text, thirdStart - 1) != sign)
        {
            return false;
        }

        exact = sign == '-' && second == 2 && third == 2;
        return sign == '-' ? first == YearDigits && third is 1 or 2 : first <= 2 && third == YearDigits;
    }

    private static char SignAt(string text, int position) => position < text.Length ? text[position] : '\0';

    private static int CountDigits(string text, int start)
    {
        var end = start;
        while (end < text.Length && Characters.IsDigit(text[end]))
        {
            end++;
        }

        return Math.Max(end - start, 0);
    }

    private static int SkipDigits(string text, int start)
    {
        var end = start;
        while (end < text.Length && (Characters.IsDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end;
    }

    /// <summary>One past the letters, digits and marks that begin at <paramref name="start"/>.</summary>
    public static int SkipWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && Characters.ContinuesName(Characters.RuneAt(text, end, out var length)))
        {
            end += length;
        }

        return end;
    }
}
