using System.Text;

namespace CaseFlow.Rules.Facts;

/// <summary>
/// A text as it is searched: a space before, between and after its syllables. Every letter knows its place in the text.
/// </summary>
/// <param name="Text">The folded text; one space alone where it holds no syllable.</param>
/// <param name="Starts">Of each character: where what it comes from starts.</param>
/// <param name="Ends">Of each character: where that ends, exclusive.</param>
internal sealed record FoldedText(string Text, IReadOnlyList<int> Starts, IReadOnlyList<int> Ends);

/// <summary>Gathers a folded text.</summary>
internal sealed class FoldedTextBuilder
{
    private readonly StringBuilder _text;
    private readonly List<int> _starts;
    private readonly List<int> _ends;

    /// <summary>Begins with the space before the first syllable.</summary>
    public FoldedTextBuilder(int capacity)
    {
        (_text, _starts, _ends) = (new StringBuilder(capacity + 2), new(capacity + 2), new(capacity + 2));
        AddSpace(0);
    }

    /// <summary>Adds what one letter folds to.</summary>
    public void Add(ReadOnlySpan<char> letters, int start, int end)
    {
        foreach (var letter in letters)
        {
            _text.Append(letter);
            _starts.Add(start);
            _ends.Add(end);
        }
    }

    /// <summary>Takes a mark that is dropped to the letter before it.</summary>
    public void Extend(int end)
    {
        if (_text[^1] != ' ')
        {
            _ends[^1] = end;
        }
    }

    /// <summary>Ends a syllable; a run of spaces is one.</summary>
    public void AddSpace(int place)
    {
        if (_text.Length == 0 || _text[^1] != ' ')
        {
            Add(" ", place, place);
        }
    }

    /// <summary>The text, with the space after the last syllable.</summary>
    /// <param name="moved">Moves marks without changing the length.</param>
    public FoldedText Build(Func<string, string> moved)
    {
        AddSpace(_ends[^1]);
        return new FoldedText(moved(_text.ToString()), _starts, _ends);
    }
}
