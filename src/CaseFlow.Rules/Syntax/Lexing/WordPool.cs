namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>
/// One string for a word that comes again, as most words of a module do. Remembers a fixed number of words: a later one
/// takes the place of an earlier one, so that no text makes it grow.
/// </summary>
internal sealed class WordPool
{
    private const int Places = 4_096;
    private const int MaxLength = 40;

    private readonly string?[] _words = new string?[Places];

    /// <summary>The text as a string.</summary>
    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            return text.ToString();
        }

        ref var place = ref _words[string.GetHashCode(text, StringComparison.Ordinal) & (Places - 1)];
        if (place is null || !text.SequenceEqual(place))
        {
            place = text.ToString();
        }

        return place;
    }
}
