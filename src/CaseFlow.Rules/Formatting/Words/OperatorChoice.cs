using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Words;

/// <summary>
/// Words in rules (`is at least 3`), signs in the cells of tables (`>= 3`). A sign stays where its word would be read
/// together with the words beside it. Also notes which minus is the sign of a number.
/// </summary>
internal sealed class OperatorChoice(Pieces pieces, KeywordTable table)
{
    private const string English = "en";

    // Rows of a table that are no cells: its header and its ruler.
    private const int RowsAbove = 2;

    // Words after which a minus takes away, since a value stands before it.
    private static readonly Keyword[] EndsValue =
        [Keyword.Yes, Keyword.No, Keyword.Today, Keyword.Day, Keyword.WorkingDay, Keyword.Month, Keyword.Year];

    private readonly Neighbours _neighbours = new(pieces, table);
    private int _row;
    private bool _inCondition;

    /// <summary>Chooses for a whole module.</summary>
    public void Choose(ModuleSyntax module)
    {
        foreach (var declaration in module.Declarations)
        {
            var last = pieces.Last(declaration.Span);
            for (var i = pieces.First(declaration.Span); i <= last; i++)
            {
                pieces[i].IsSign = pieces.Is(i, TokenKind.Minus) && IsSignOfNumber(i);
                NoteRow(pieces[i]);
                Choose(i, declaration);
            }
        }
    }

    // In a parameter and a list of words `=` is no comparison.
    private void Choose(int index, DeclarationSyntax declaration)
    {
        if (_row > RowsAbove)
        {
            ChooseSign(index);
        }
        else if (_row != RowsAbove && declaration is not (ParameterSyntax or WordsSyntax))
        {
            ChooseWord(index);
        }
    }

    private void NoteRow(Piece piece)
    {
        if (piece.StartsRow)
        {
            _row++;
            _inCondition = true;
        }
        else if (piece.Token.StartsLine)
        {
            _row = 0;
        }

        _inCondition &= piece.Token.Kind != TokenKind.DoublePipe;
    }

    private void ChooseWord(int index)
    {
        var dated = pieces.Is(index - 1, TokenKind.Date) || pieces.Is(index + 1, TokenKind.Date);
        if (WordOf(pieces[index].Token.Kind, dated) is not { } word)
        {
            return;
        }

        // English says `is at least`, Vietnamese only `ít nhất`.
        var alone = word is Keyword.Is or Keyword.IsNot || table.Language != English;
        var words = (alone ? "" : table.Phrase(Keyword.Is) + " ") + table.Phrase(word);
        if (_neighbours.StandApart(index, words))
        {
            pieces[index].Show(words);
        }
    }

    private static Keyword? WordOf(TokenKind sign, bool dated) => sign switch
    {
        TokenKind.Equal => Keyword.Is,
        TokenKind.NotEqual => Keyword.IsNot,
        TokenKind.Less => dated ? Keyword.Before : Keyword.LessThan,
        TokenKind.LessOrEqual => Keyword.AtMost,
        TokenKind.Greater => dated ? Keyword.After : Keyword.MoreThan,
        TokenKind.GreaterOrEqual => Keyword.AtLeast,
        _ => null,
    };

    // A test of a condition cell begins with its comparison, if it has one.
    private void ChooseSign(int index)
    {
        var starts = pieces.Is(index - 1, TokenKind.Pipe) || pieces.Is(index - 1, TokenKind.Comma)
            || pieces.Is(index - 1, Keyword.Not);
        if (_inCondition && starts && SignOf(pieces[index].Token) is { } sign)
        {
            pieces[index].Show(sign);
        }
    }

    private static string? SignOf(Token word) =>
        word.Is(Keyword.AtLeast) ? ">="
        : word.Is(Keyword.AtMost) ? "<="
        : word.Is(Keyword.MoreThan) || word.Is(Keyword.After) ? ">"
        : word.Is(Keyword.LessThan) || word.Is(Keyword.Before) ? "<"
        : null;

    // After a value a minus takes away; anywhere else it belongs to the number.
    private bool IsSignOfNumber(int index)
    {
        var before = pieces[index - 1].Token;
        return pieces.Is(index + 1, TokenKind.Number) && !before.IsName
            && before.Kind is not (TokenKind.Number or TokenKind.Date or TokenKind.Text or TokenKind.RightParenthesis)
            && !EndsValue.Any(before.Is);
    }
}
