using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Formatting.Words;

/// <summary>The words of a text in order, found again by the places of the tree's nodes.</summary>
internal sealed class Pieces
{
    private readonly List<Piece> _pieces;
    private readonly Dictionary<int, int> _byStart = [];

    public Pieces(List<Piece> pieces)
    {
        _pieces = pieces;
        for (var i = 0; i < pieces.Count; i++)
        {
            _byStart.TryAdd(pieces[i].Token.Start, i);
        }
    }

    /// <summary>All, with the end of the text as the last.</summary>
    public int Count => _pieces.Count;

    public Piece this[int index] => _pieces[index];

    /// <summary>The index of a node's first word.</summary>
    public int First(SourceSpan span) => _byStart[span.Start];

    /// <summary>The index of a node's last word.</summary>
    public int Last(SourceSpan span)
    {
        var (low, high) = (0, _pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _pieces[middle].Token.Start < span.End ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>True where a piece stands for a keyword.</summary>
    public bool Is(int index, Keyword keyword) => _pieces[index].Token.Is(keyword);

    /// <summary>True where a piece is a sign or another kind of word.</summary>
    public bool Is(int index, TokenKind kind) => _pieces[index].Token.Kind == kind;
}
