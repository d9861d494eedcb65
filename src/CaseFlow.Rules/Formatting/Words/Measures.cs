using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Formatting.Words;

/// <summary>How wide runs of words are on one line.</summary>
internal sealed class Measures
{
    /// <summary>Wider than any line: what holds a comment inside cannot stand on one line.</summary>
    public const int Unfit = int.MaxValue / 4;

    private readonly Pieces _pieces;
    private readonly long[] _ends;
    private readonly int[] _comments;

    public Measures(Pieces pieces)
    {
        _pieces = pieces;
        _ends = new long[pieces.Count];
        _comments = new int[pieces.Count];
        for (var i = 0; i < pieces.Count; i++)
        {
            var before = i == 0 ? 0 : _ends[i - 1] + (HasSpace(i) ? 1 : 0);
            _ends[i] = before + pieces[i].Width;
            _comments[i] = (i == 0 ? 0 : _comments[i - 1]) + pieces[i].Comments.Count;
        }
    }

    /// <summary>Columns from the first to the last word on one line.</summary>
    public int Width(int first, int last) => last < first ? 0
        : _comments[last] != _comments[first] ? Unfit
        : (int)Math.Min(_ends[last] - _ends[first] + _pieces[first].Width, Unfit);

    /// <summary>True where a space stands before a word on the same line.</summary>
    public bool HasSpace(int index)
    {
        if (index == 0 || _pieces[index - 1].IsSign)
        {
            return false;
        }

        var (before, after) = (_pieces[index - 1].Token.Kind, _pieces[index].Token.Kind);
        return after switch
        {
            TokenKind.Dot or TokenKind.Comma or TokenKind.RightParenthesis or TokenKind.End => false,
            TokenKind.RightBracket => before == TokenKind.RightBrace,
            TokenKind.LeftBrace => true,
            _ => before is not (TokenKind.Dot or TokenKind.LeftParenthesis or TokenKind.LeftBracket),
        };
    }
}
