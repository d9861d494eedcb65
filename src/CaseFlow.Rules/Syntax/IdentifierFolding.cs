using System.Text;

namespace CaseFlow.Rules.Syntax;

/// <summary>
/// How names and keywords are compared: composed (NFC), and with the Vietnamese tone mark on the second vowel of
/// `oa`, `oe`, `uy`, so that `hòa` = `hoà` and `thủy` = `thuỷ`. Case and diacritics are kept. Thread-safe.
/// </summary>
public static class IdentifierFolding
{
    private const int Tones = 6;
    private const int NoCharacter = 0xFFFE;

    // Each row: a vowel without a tone, then with the five tones in one order.
    private static readonly string[] Vowels =
    [
        "oòóỏõọ", "uùúủũụ", "aàáảãạ", "eèéẻẽẹ", "yỳýỷỹỵ",
        "OÒÓỎÕỌ", "UÙÚỦŨỤ", "AÀÁẢÃẠ", "EÈÉẺẼẸ", "YỲÝỶỸỴ",
    ];

    /// <summary>Compares by the folded form.</summary>
    public static IEqualityComparer<string> Comparer { get; } = new FoldedComparer();

    /// <summary>The form by which names are compared; the same for two spellings of one name.</summary>
    /// <param name="text">Any text; what is not well-formed UTF-16 is compared as it stands.</param>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ascii.IsValid(text) ? text : MoveTones(Compose(text));
    }

    /// <summary>The composed form (NFC); what is not well-formed UTF-16 stays as it stands.</summary>
    public static string Compose(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ascii.IsValid(text) || !IsWellFormed(text) ? text : text.Normalize(NormalizationForm.FormC);
    }

    /// <summary>The decomposed form (NFD); what is not well-formed UTF-16 stays as it stands.</summary>
    internal static string Decompose(string text) =>
        Ascii.IsValid(text) || !IsWellFormed(text) ? text : text.Normalize(NormalizationForm.FormD);

    /// <summary>The tone marks of composed text moved to the second vowel; never changes the length.</summary>
    internal static string MoveTones(string text)
    {
        char[]? moved = null;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (Moved(text[i], text[i + 1]) is not { } pair)
            {
                continue;
            }

            moved ??= text.ToCharArray();
            (moved[i], moved[i + 1]) = pair;
        }

        return moved is null ? text : new string(moved);
    }

    // The composed form is not defined for U+FFFE, and asking for it throws.
    private static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var status = Rune.DecodeFromUtf16(rest, out var rune, out var used);
            if (status != System.Buffers.OperationStatus.Done || rune.Value == NoCharacter)
            {
                return false;
            }

            rest = rest[used..];
        }

        return true;
    }

    // `òa` gives `oà`; null where the tone does not stand on the first vowel of such a pair.
    private static (char First, char Second)? Moved(char first, char second)
    {
        if (second is not ('a' or 'e' or 'y' or 'A' or 'E' or 'Y'))
        {
            return null;
        }

        var row = Array.FindIndex(Vowels, vowel => vowel.IndexOf(first, StringComparison.Ordinal) > 0);
        var pair = Array.FindIndex(Vowels, vowel => vowel[0] == second);
        if (row < 0 || !TakesTone(char.ToLowerInvariant(Vowels[row][0]), char.ToLowerInvariant(second)))
        {
            return null;
        }

        var tone = Vowels[row].IndexOf(first, StringComparison.Ordinal) % Tones;
        return (Vowels[row][0], Vowels[pair][tone]);
    }

    private static bool TakesTone(char first, char second) => (first, second) is ('o', 'a' or 'e') or ('u', 'y');

    private sealed class FoldedComparer : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x is null || y is null
            ? x == y
            : string.Equals(Fold(x), Fold(y), StringComparison.Ordinal);

        public int GetHashCode(string obj) => string.GetHashCode(Fold(obj), StringComparison.Ordinal);
    }
}
