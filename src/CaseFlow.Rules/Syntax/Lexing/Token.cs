namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    End, Name, Keyword, Number, Date, Text, Reference,

    // Before each line of a table; nothing else depends on lines.
    RowStart,

    // A run of dashes below a table's header.
    Ruler,
    Dot, Comma, Colon, LeftBrace, RightBrace, LeftParenthesis, RightParenthesis, LeftBracket, RightBracket,
    Pipe, DoublePipe, Range, Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Plus, Minus, Star, Slash,

    // Digits that are no number; a keyword's `%` outside a phrase; anything that was already reported.
    MalformedNumber, Percent, Bad,
}

/// <summary>One word or sign.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Composed (NFC), a text without its quotes, a name without its backticks.</param>
/// <param name="Start">First character.</param>
/// <param name="Length">Characters, 0 for the end and for row starts.</param>
/// <param name="TriviaStart">Where the white space and comments before it begin; a formatter needs them.</param>
/// <param name="StartsLine">True for the first of its line.</param>
internal readonly record struct Token(
    TokenKind Kind, string Text, int Start, int Length, int TriviaStart, bool StartsLine)
{
    /// <summary>The keywords its phrase stands for; empty for a name.</summary>
    public Keyword[] Keywords { get; init; } = [];

    /// <summary>True for a name, also where a contextual word may be one.</summary>
    public bool IsName { get; init; } = Kind == TokenKind.Name;

    /// <summary>One past the last character.</summary>
    public int End => Start + Length;

    /// <summary>True where the phrase stands for <paramref name="keyword"/>.</summary>
    public bool Is(Keyword keyword) => Array.IndexOf(Keywords, keyword) >= 0;

    /// <summary>True where the phrase stands for one of them.</summary>
    public bool IsAny(params ReadOnlySpan<Keyword> keywords) => Keywords.AsSpan().ContainsAny(keywords);
}
