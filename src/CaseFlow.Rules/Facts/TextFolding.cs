using System.Globalization;
using System.Text;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Facts;

/// <summary>
/// How texts are compared with phrases. Folded: marks off, `đ` as `d`, lower case. Exactly: lower case, and the place
/// of tone marks does not matter, but every mark counts. In both, whatever is neither letter nor digit parts syllables.
/// Thread-safe; takes time in proportion to the text.
/// </summary>
internal static class TextFolding
{
    // Beyond it are scripts whose letters are folded one by one, without a table.
    private const int TableSize = 0x2000;
    private static readonly char[] Bare = new char[TableSize];

    /// <summary>The syllables with one space between: `Thu hồi, ĐẤT!` becomes `thu hoi dat`.</summary>
    public static string Fold(string text, bool exactly = false) => FoldKeepingPlaces(text, exactly).Text.Trim(' ');

    /// <summary>The folded text, knowing where each of its letters stands in the text as given.</summary>
    /// <param name="text">Text, NFC: places are counted in it.</param>
    /// <param name="exactly">True: marks are kept.</param>
    public static FoldedText FoldKeepingPlaces(string text, bool exactly)
    {
        var folded = new FoldedTextBuilder(text.Length);
        for (var place = 0; place < text.Length;)
        {
            _ = Rune.DecodeFromUtf16(text.AsSpan(place), out var rune, out var used);
            Add(folded, rune, place, place + used, exactly);
            place += used;
        }

        return folded.Build(exactly ? IdentifierFolding.MoveTones : text => text);
    }

    private static void Add(FoldedTextBuilder folded, Rune rune, int start, int end, bool exactly)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case <= UnicodeCategory.OtherLetter:
            case >= UnicodeCategory.DecimalDigitNumber and <= UnicodeCategory.OtherNumber:
                folded.Add(exactly ? Rune.ToLowerInvariant(rune).ToString() : BareOf(rune), start, end);
                break;
            case <= UnicodeCategory.EnclosingMark when exactly:
                folded.Add(rune.ToString(), start, end);
                break;
            case <= UnicodeCategory.EnclosingMark:
                folded.Extend(end);
                break;
            case UnicodeCategory.Format when rune.Value != ZeroWidthSpace:
                break;
            default:
                folded.AddSpace(start);
                break;
        }
    }

    // A soft hyphen or a joiner stands inside a word; this one parts words.
    private const int ZeroWidthSpace = 0x200B;

    private static ReadOnlySpan<char> BareOf(Rune rune)
    {
        if (rune.Value >= TableSize)
        {
            return Decomposed(rune);
        }

        // Two threads may both fill a place: with the same letter.
        ref var bare = ref Bare[rune.Value];
        if (bare == '\0')
        {
            var letters = Decomposed(rune);
            if (letters.Length != 1)
            {
                return letters;
            }

            bare = letters[0];
        }

        return new ReadOnlySpan<char>(in bare);
    }

    private static string Decomposed(Rune rune) => TextMarks.Strip(Rune.ToLowerInvariant(rune).ToString());
}
