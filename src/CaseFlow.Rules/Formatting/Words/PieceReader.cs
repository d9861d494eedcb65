using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Formatting.Words;

/// <summary>Turns the tokens of a text into pieces; a line of a table begins with its first bar.</summary>
internal static class PieceReader
{
    public static Pieces Read(string text, LexedModule lexed)
    {
        var pieces = new List<Piece>(lexed.Tokens.Count);
        string? inside = null;
        var startsRow = false;
        var triviaStart = 0;
        foreach (var token in lexed.Tokens)
        {
            triviaStart = startsRow ? triviaStart : token.TriviaStart;
            if (token.Kind == TokenKind.RowStart)
            {
                startsRow = true;
                continue;
            }

            pieces.Add(Read(text, token, triviaStart, inside, startsRow));
            inside = token.Kind == TokenKind.Keyword ? Trivia.Inside(text.AsSpan(token.Start, token.Length)) : null;
            startsRow = false;
        }

        return new Pieces(pieces);
    }

    private static Piece Read(string text, Token token, int triviaStart, string? inside, bool startsRow)
    {
        var (comments, blank) = Trivia.Read(text.AsSpan(triviaStart..token.Start), triviaStart == 0);
        if (inside is not null)
        {
            AddInside(comments, inside);
        }

        return new Piece(token, Shown(text, token), comments, blank) { StartsRow = startsRow };
    }

    // A comment amid the words of a phrase goes behind the phrase.
    private static void AddInside(List<Comment> comments, string inside)
    {
        var follows = comments.Count > 0 && !comments[0].OwnLine;
        var joined = new Comment(follows ? inside + " " + comments[0].Text : inside, OwnLine: false, BlankAbove: false);
        if (follows)
        {
            comments[0] = joined;
        }
        else
        {
            comments.Insert(0, joined);
        }
    }

    private static string Shown(string text, Token token) => token.Kind switch
    {
        TokenKind.Text => "\"" + token.Text + "\"",
        TokenKind.Name when text[token.Start] == '`' => "`" + token.Text + "`",
        _ => token.Text,
    };
}
