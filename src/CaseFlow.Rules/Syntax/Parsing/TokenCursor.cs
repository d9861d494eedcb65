using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>
/// The parser's place in the text. After a fault it seems to stand at the end of the text, so that every rule of the
/// grammar returns at once and in silence, until <see cref="Recover"/> moves to the next point from which to go on:
/// one fault, one finding, and no loop without progress.
/// </summary>
internal sealed partial class TokenCursor(SourceText source, LexedModule module, FindingList findings)
{
    private static readonly Token Nothing = new(TokenKind.End, "", 0, 0, 0, StartsLine: false);

    private int _position;
    private int _depth;

    /// <summary>True between a fault and the recovery from it.</summary>
    public bool Failed { get; private set; }

    public Token Current => Failed ? Nothing : module.Tokens[_position];

    public bool AtEnd => Current.Kind == TokenKind.End;

    /// <summary>The keywords of the module's language.</summary>
    public KeywordTable Table => module.Table;

    /// <summary>The offset of the next token, also after a fault.</summary>
    public int Start => module.Tokens[_position].Start;

    private int LastEnd => _position == 0 ? 0 : module.Tokens[_position - 1].End;

    public bool AtName => Current.IsName;

    public bool AtDeclaration =>
        Current.StartsLine && Current.IsAny(Declarations.All) && Ahead(1).Kind != TokenKind.Colon;

    public Token Ahead(int count) =>
        Failed ? Nothing : module.Tokens[Math.Min(_position + count, module.Tokens.Count - 1)];

    public bool At(TokenKind kind) => Current.Kind == kind;

    public bool At(Keyword keyword) => Current.Is(keyword);

    public bool AtAny(params ReadOnlySpan<Keyword> keywords) => Current.IsAny(keywords);

    public Token Take()
    {
        var token = Current;
        _position += AtEnd ? 0 : 1;
        return token;
    }

    public bool TryTake(TokenKind kind) => Pass(At(kind));

    public bool TryTake(Keyword keyword) => Pass(At(keyword));

    public void Expect(TokenKind kind)
    {
        if (!TryTake(kind))
        {
            FailExpecting($"`{SignOf(kind)}`");
        }
    }

    public void Expect(Keyword keyword)
    {
        if (TryTake(keyword))
        {
            return;
        }

        if (Meant([keyword]) is not null)
        {
            FailAtSurplus(keyword);
        }
        else
        {
            TextFix[] fixes = IsLinking(keyword) ? [Fixing.Replace(Behind, " " + Table.Phrase(keyword))] : [];
            Fail(Behind, RulesCodes.ExpectedToken, meant: null, fixes, Show(keyword), LastWords());
        }
    }

    // `when remote term is 30 days`: what the word links stands there, only the word itself is lacking.
    private bool IsLinking(Keyword keyword) => keyword is Keyword.Then or Keyword.Is
        && !Current.StartsLine
        && (Current.IsName || Current.Kind is TokenKind.Number or TokenKind.Date or TokenKind.Text);

    /// <summary>
    /// Ends a fault: passes over everything up to a declaration at the start of a line, or up to a stop.
    /// </summary>
    public void Recover(Func<Token, bool> isStop)
    {
        Failed = false;
        while (!AtEnd && !AtDeclaration && !isStop(Current))
        {
            _position++;
        }
    }

    /// <summary>
    /// One level deeper; false, and a fault, where that is too deep. Each call is paired with <see cref="Leave"/>.
    /// </summary>
    public bool Enter()
    {
        _depth++;
        if (_depth > ParserLimits.MaxDepth)
        {
            FailTooDeep();
        }

        return !Failed;
    }

    public void Leave() => _depth--;

    public SourceSpan SpanOf(Token token) => source.Span(token.Start, token.Length);

    /// <summary>From an offset to the end of the last token taken.</summary>
    public SourceSpan SpanFrom(int start) => source.Span(start, Math.Max(LastEnd - start, 0));

    /// <summary>The place behind the last token taken.</summary>
    public SourceSpan Behind => At(LastEnd);

    /// <summary>The place at an offset.</summary>
    public SourceSpan At(int offset) => source.Span(offset, 0);

    /// <summary>The text of a node on one line.</summary>
    public string Quote(SourceSpan span) => Words.Quote(source.Text.AsSpan(span.Start, span.Length));

    /// <summary>The comment directly above the next token.</summary>
    public string? NoteAbove() => Failed ? null : Notes.Above(source.Text, Current);

    private bool Pass(bool matches)
    {
        _position += matches ? 1 : 0;
        return matches;
    }
}
