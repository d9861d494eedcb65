namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>The signs of the language.</summary>
internal static class Signs
{
    private static readonly (string Sign, TokenKind Kind)[] Known =
    [
        ("||", TokenKind.DoublePipe), ("..", TokenKind.Range), ("!=", TokenKind.NotEqual),
        ("<=", TokenKind.LessOrEqual), (">=", TokenKind.GreaterOrEqual), ("|", TokenKind.Pipe), (".", TokenKind.Dot),
        (",", TokenKind.Comma), (":", TokenKind.Colon), ("{", TokenKind.LeftBrace), ("}", TokenKind.RightBrace),
        ("(", TokenKind.LeftParenthesis), (")", TokenKind.RightParenthesis), ("[", TokenKind.LeftBracket),
        ("]", TokenKind.RightBracket), ("=", TokenKind.Equal), ("<", TokenKind.Less), (">", TokenKind.Greater),
        ("+", TokenKind.Plus), ("-", TokenKind.Minus), ("*", TokenKind.Star), ("/", TokenKind.Slash),
        ("%", TokenKind.Percent),
    ];

    /// <summary>The sign at a position, the longest first; a run of dashes in a table row is one ruler.</summary>
    public static TokenKind Read(string text, int start, bool inTableRow, out int end)
    {
        end = start;
        while (inTableRow && end < text.Length && text[end] == '-')
        {
            end++;
        }

        if (end - start > 1)
        {
            return TokenKind.Ruler;
        }

        foreach (var (sign, kind) in Known)
        {
            if (string.CompareOrdinal(text, start, sign, 0, sign.Length) == 0)
            {
                end = start + sign.Length;
                return kind;
            }
        }

        end = start + 1;
        return TokenKind.Bad;
    }

    /// <summary>What a sign that a word processor put in stands for.</summary>
    public static TokenKind OfLookalike(char character) => Characters.LookalikeOf(character) is { } meant
        ? Read(meant, 0, inTableRow: false, out _)
        : TokenKind.Bad;
}
