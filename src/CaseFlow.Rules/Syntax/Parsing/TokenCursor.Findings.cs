using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

// Here: what is said of faults.
internal sealed partial class TokenCursor
{
    /// <summary>A keyword's phrase in the module's language, in backticks.</summary>
    public string Show(Keyword keyword) => $"`{Table.Phrase(keyword)}`";

    /// <summary>Reports that a fixed word is lacking after the last one.</summary>
    /// <param name="expected">What would be right, in backticks.</param>
    public void FailExpecting(string expected) => FailAfterLast(RulesCodes.ExpectedToken, expected, LastWords());

    /// <summary>Reports a block that nothing closes; what closes it is inserted behind the last word.</summary>
    /// <param name="heading">Where the block begins.</param>
    /// <param name="opening">Its opening words.</param>
    /// <param name="close">The words that close it.</param>
    public void FailNotClosed(SourceSpan heading, string opening, string close)
    {
        TextFix[] fixes = [Fixing.Replace(Behind, "\n" + close)];
        Fail(heading, RulesCodes.NotClosed, meant: null, fixes, opening, close);
    }

    /// <summary>Reports a word that is none of those which may stand here.</summary>
    /// <param name="word">The word.</param>
    /// <param name="code">The finding; its argument is the word.</param>
    /// <param name="meant">What it is a misspelling of, or null.</param>
    public void FailAtWord(Name word, string code, string? meant) =>
        Fail(word.Span, code, meant, meant is null ? [] : [Fixing.Replace(word.Span, meant)], word.Text);

    /// <summary>Reports that something is lacking after the last word; the code's only argument is that word.</summary>
    public void FailLacking(string code) => FailAfterLast(code, LastWords());

    /// <summary>Reports a fault at the next token.</summary>
    public void FailHere(string code, params IReadOnlyList<string> arguments) => Fail(SpanOf(Current), code, arguments);

    /// <summary>Reports words left over after an item that is complete.</summary>
    /// <param name="possible">The words that could begin the next item; one of them may be misspelled.</param>
    public void FailAtSurplus(params ReadOnlySpan<Keyword> possible) =>
        Fail(SpanOf(Current), RulesCodes.UnexpectedWord, Meant(possible), Words.Quote(Current.Text), LastWords());

    /// <summary>Reports a word that begins no declaration.</summary>
    public void FailAtNoDeclaration() =>
        Fail(SpanOf(Current), RulesCodes.ExpectedDeclaration, Meant(Declarations.All), Words.Quote(Current.Text));

    /// <summary>Reports something that parsing can go on after.</summary>
    public void Report(string code, SourceSpan span, params IReadOnlyList<string> arguments)
    {
        if (!Failed)
        {
            findings.Add(code, span, arguments);
        }
    }

    /// <summary>Reports `until` with both choices: the day excluded, and included.</summary>
    /// <param name="including">The word that includes the day here.</param>
    public void ReportUntil(Keyword including) => Report(new Diagnostic(
        RulesCodes.UntilIsAmbiguous, Severity.Error, SpanOf(Current), [Current.Text])
    {
        Fixes =
        [
            Fixing.Replace(SpanOf(Current), Table.Phrase(Keyword.Before)),
            Fixing.Replace(SpanOf(Current), Table.Phrase(including)),
        ],
    });

    /// <summary>Reports a keyword where a name stands; in backticks it is one.</summary>
    public void ReportKeywordAsName(Token word) => Report(new Diagnostic(
        RulesCodes.KeywordAsName, Severity.Error, SpanOf(word), [word.Text])
    {
        Fixes = word.Text.Contains(' ', StringComparison.Ordinal)
            ? []
            : [Fixing.Replace(SpanOf(word), "`" + word.Text + "`")],
    });

    /// <summary>Reports a text in quotes where what it says must stand without them, and goes on behind it.</summary>
    /// <param name="code">What is lacking; its argument is the word before.</param>
    /// <param name="meant">What the text says.</param>
    public void ReportQuoted(string code, string meant)
    {
        var span = SpanOf(Current);
        Report(new Diagnostic(code, Severity.Error, span, [LastWords()]) { Fixes = [Fixing.Replace(span, meant)] });
        Take();
    }

    public void Report(Diagnostic finding)
    {
        if (!Failed)
        {
            findings.Add(finding);
        }
    }

    /// <summary>Gives a finding the fix of taking out what was read since an offset.</summary>
    public void AmendWithRemoval(Diagnostic finding, int start)
    {
        if (!Failed)
        {
            findings.Amend(finding, finding with { Fixes = [Fixing.Remove(SpanFrom(start))] });
        }
    }

    public void Fail(SourceSpan span, string code, params IReadOnlyList<string> arguments) =>
        Fail(span, code, meant: null, [.. arguments]);

    public void FailTooDeep() => FailHere(RulesCodes.NestedTooDeep, Words.Of(ParserLimits.MaxDepth));

    private void Fail(SourceSpan span, string code, string? meant, params string[] arguments)
    {
        TextFix[] fixes = meant is null ? [] : [Fixing.Replace(SpanOfWords(meant.Split(' ').Length), meant)];
        Fail(span, code, meant, fixes, arguments);
    }

    private void Fail(SourceSpan span, string code, string? meant, TextFix[] fixes, params string[] arguments)
    {
        // What the lexer could not read it has already reported.
        if (Current.Kind != TokenKind.Bad && !IsBehindUnclosedText)
        {
            Report(new Diagnostic(code, RulesCodes.SeverityOf(code), span, arguments)
            {
                DidYouMean = meant,
                Fixes = fixes,
            });
        }

        Failed = true;
    }

    // A text that is not closed took in what is lacking behind it.
    private bool IsBehindUnclosedText =>
        _position > 0
        && module.Tokens[_position - 1] is { Kind: TokenKind.Text } last
        && (last.Length < 2 || source.Text[last.End - 1] != '"');

    // The phrase that the next words are a misspelling of, or null.
    private string? Meant(ReadOnlySpan<Keyword> possible)
    {
        var phrases = new List<(string Phrase, double Distance)>();
        foreach (var phrase in possible.ToArray().SelectMany(Table.Phrases))
        {
            var words = phrase.Split(' ').Length;
            var written = string.Join(' ', Enumerable.Range(0, words).Select(i => Ahead(i).Text));
            if (Spelling.Distance(written, phrase) is { } distance)
            {
                phrases.Add((phrase, distance));
            }
        }

        return phrases.Count == 0 ? null : phrases.MinBy(candidate => candidate.Distance).Phrase;
    }

    private SourceSpan SpanOfWords(int count) => SpanOf(Current).To(SpanOf(Ahead(count - 1)));

    private static string SignOf(TokenKind kind) => kind switch
    {
        TokenKind.Comma => ",",
        TokenKind.Colon => ":",
        TokenKind.LeftBrace => "{",
        TokenKind.RightBrace => "}",
        TokenKind.LeftParenthesis => "(",
        TokenKind.RightParenthesis => ")",
        TokenKind.RightBracket => "]",
        TokenKind.Pipe or TokenKind.RowStart => "|",
        TokenKind.DoublePipe => "||",
        TokenKind.Range => "..",
        TokenKind.Equal => "=",
        _ => kind.ToString(),
    };

    private void FailAfterLast(string code, params IReadOnlyList<string> arguments) =>
        Fail(source.Span(LastEnd, 0), code, arguments);

    private string LastWords()
    {
        var last = module.Tokens[Math.Max(_position - 1, 0)];
        return Words.Quote(source.Text.AsSpan(last.Start, last.Length));
    }
}
