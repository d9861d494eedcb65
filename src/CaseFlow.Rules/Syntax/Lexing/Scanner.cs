using System.Text;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>Cuts a text into words and signs, without knowing any keyword. Every character is read once.</summary>
internal sealed class Scanner(SourceText source, FindingList findings)
{
    private readonly string _text = source.Text;
    private readonly TokenList _tokens = new();
    private readonly WordPool _pool = new();
    private int _position;
    private int _triviaStart;
    private bool _startsLine = true;
    private bool _inTableRow;

    /// <summary>All tokens; the last is the end.</summary>
    public TokenList Scan()
    {
        while (MoveToToken())
        {
            if (_tokens.Count >= ParserLimits.MaxTokens)
            {
                findings.Add(RulesCodes.TooManyTokens, source.Span(_position, 0), Words.Of(ParserLimits.MaxTokens));
                break;
            }

            ScanToken();
            _startsLine = false;
        }

        _tokens.Add(new Token(TokenKind.End, "", _position, 0, _triviaStart, StartsLine: true));
        return _tokens;
    }

    private bool MoveToToken()
    {
        _triviaStart = _position;
        while (_position < _text.Length)
        {
            var character = _text[_position];
            if (Characters.IsLineEnd(character))
            {
                _startsLine = true;
                _inTableRow = false;
                _position++;
            }
            else if (character == '#')
            {
                SkipComment();
            }
            else if (!SkipWhiteSpace() && !SkipUnreadable())
            {
                return true;
            }
        }

        return false;
    }

    private bool SkipWhiteSpace()
    {
        var skip = char.IsWhiteSpace(_text[_position]) || (_position == 0 && _text[0] == '\uFEFF');
        _position += skip ? 1 : 0;
        return skip;
    }

    private void SkipComment()
    {
        while (_position < _text.Length && !Characters.IsLineEnd(_text[_position]))
        {
            if (!SkipUnreadable())
            {
                _position++;
            }
        }
    }

    // Reports a character that no one can see and passes over it.
    private bool SkipUnreadable()
    {
        var rune = Characters.RuneAt(_text, _position, out var length);
        var bidi = Characters.IsBidiControl(rune.Value);
        if (!bidi && !Characters.IsForbidden(_text, _position, rune))
        {
            return false;
        }

        var value = rune == Rune.ReplacementChar ? _text[_position] : rune.Value;
        var code = bidi ? RulesCodes.BidiControl : RulesCodes.ForbiddenCharacter;
        var span = source.Span(_position, length);
        findings.Add(new Diagnostic(code, RulesCodes.SeverityOf(code), span, [Words.CodePoint(value)])
        {
            Fixes = [Fixing.Remove(span)],
        });
        _position += length;
        return true;
    }

    private void ScanToken()
    {
        var start = _position;
        var character = _text[start];
        if (_startsLine && character == '|')
        {
            _inTableRow = true;
            _tokens.Add(new Token(TokenKind.RowStart, "", start, 0, _triviaStart, StartsLine: true));
            _triviaStart = start;
            _startsLine = false;
        }

        if (Characters.StartsName(Characters.RuneAt(_text, start, out _)))
        {
            ScanWord(start);
        }
        else if (Characters.IsDigit(character))
        {
            ScanNumber(start);
        }
        else if (character is '"' or '“' or '”')
        {
            ScanText(start);
        }
        else if (character == '`')
        {
            ScanBackticks(start);
        }
        else
        {
            ScanSign(start);
        }
    }

    private void ScanWord(int start)
    {
        StringBuilder? cleaned = null;
        while (_position < _text.Length)
        {
            var unreadable = _position;
            if (SkipUnreadable())
            {
                cleaned ??= new StringBuilder(_text, start, unreadable - start, unreadable - start + 1);
                continue;
            }

            if (!Characters.ContinuesName(Characters.RuneAt(_text, _position, out var length)))
            {
                break;
            }

            cleaned?.Append(_text, _position, length);
            _position += length;
        }

        AddWord(start, cleaned?.ToString() ?? Text(start, _position));
    }

    private void AddWord(int start, string word)
    {
        if (TooLong(start))
        {
            Add(TokenKind.Name, start, "…");
            return;
        }

        var name = IdentifierFolding.Compose(word);
        if (Scripts.FirstStranger(name) is { } stranger)
        {
            findings.Add(RulesCodes.MixedScripts, source.Span(start, _position - start), name, stranger.ToString());
        }

        Add(TokenKind.Name, start, name);
    }

    private void ScanNumber(int start)
    {
        var kind = NumberShapes.Read(_text, start, out _position);
        if (TooLong(start))
        {
            Add(TokenKind.Bad, start, "…");
            return;
        }

        Add(kind, start, IdentifierFolding.Compose(Text(start, _position)));
    }

    private void ScanText(int start)
    {
        var close = start + 1;
        while (close < _text.Length && !ClosesText(_text[start], _text[close]) && !Characters.IsLineEnd(_text[close]))
        {
            close++;
        }

        ReportLookalike(start);
        var closed = close < _text.Length && !Characters.IsLineEnd(_text[close]);
        if (!closed)
        {
            var end = _text.AsSpan(0, close).TrimEnd().Length;
            findings.Add(new Diagnostic(RulesCodes.UnclosedText, Severity.Error, source.Span(start, 1), [])
            {
                Fixes = [Fixing.Replace(source.Span(end, 0), "\"")],
            });
        }

        _position = start + 1;
        while (_position < close)
        {
            if (!SkipUnreadable())
            {
                _position++;
            }
        }

        _position = closed ? close + 1 : close;
        var content = TooLong(start) ? "…" : Text(start + 1, close);
        Add(TokenKind.Text, start, IdentifierFolding.Compose(content));
    }

    private static bool ClosesText(char open, char character) =>
        open == '"' ? character == '"' : character is '“' or '”' or '"';

    private void ScanBackticks(int start)
    {
        _position = start + 1;
        _position = NumberShapes.SkipWord(_text, _position);
        var name = Text(start + 1, _position);
        var closed = _position < _text.Length && _text[_position] == '`';
        _position += closed ? 1 : 0;
        if (!closed || name.Length == 0 || !Characters.StartsName(Characters.RuneAt(name, 0, out _)))
        {
            _position = closed ? _position : EndOfBackticks(_position);
            var span = source.Span(start, _position - start);
            findings.Add(RulesCodes.MalformedBacktickName, span, Words.Quote(_text.AsSpan(start, _position - start)));
            Add(TokenKind.Bad, start, name);
            return;
        }

        Add(TokenKind.Name, start, TooLong(start) ? "…" : IdentifierFolding.Compose(name));
    }

    // Up to the closing backtick of the line; without one only the name itself is passed over.
    private int EndOfBackticks(int from)
    {
        var end = from;
        while (end < _text.Length && _text[end] != '`' && !Characters.IsLineEnd(_text[end]))
        {
            end++;
        }

        return end < _text.Length && _text[end] == '`' ? end + 1 : from;
    }

    private void ScanSign(int start)
    {
        var kind = Signs.Read(_text, start, _inTableRow, out _position);
        if (kind == TokenKind.Bad)
        {
            kind = ReportLookalike(start) ? Signs.OfLookalike(_text[start]) : ReportUnexpected(start);
        }

        Add(kind, start, Text(start, _position));
    }

    private TokenKind ReportUnexpected(int start)
    {
        _ = Characters.RuneAt(_text, start, out var length);
        _position = start + length;
        findings.Add(RulesCodes.UnexpectedCharacter, source.Span(start, length), _text.Substring(start, length));
        return TokenKind.Bad;
    }

    private bool ReportLookalike(int start)
    {
        if (Characters.LookalikeOf(_text[start]) is not { } meant)
        {
            return false;
        }

        findings.Add(new Diagnostic(
            RulesCodes.UnexpectedCharacter, Severity.Error, source.Span(start, 1), [_text[start].ToString()])
        {
            DidYouMean = meant,
            Fixes = LookalikeFixes(start, meant),
        });
        return true;
    }

    // Quotes come in pairs, and are put right together.
    private IReadOnlyList<TextFix> LookalikeFixes(int start, string meant)
    {
        var fix = Fixing.Replace(source.Span(start, 1), meant);
        if (meant is not ("\"" or "`"))
        {
            return [fix];
        }

        var close = start + 1;
        while (close < _text.Length && !Characters.IsLineEnd(_text[close]))
        {
            if (_text[close] == meant[0])
            {
                return [fix];
            }

            if (Characters.LookalikeOf(_text[close]) == meant)
            {
                return [new TextFix([.. fix.Edits, .. Fixing.Replace(source.Span(close, 1), meant).Edits])];
            }

            close++;
        }

        return [];
    }

    private bool TooLong(int start)
    {
        if (_position - start <= ParserLimits.MaxTokenLength)
        {
            return false;
        }

        var span = source.Span(start, _position - start);
        findings.Add(RulesCodes.TokenTooLong, span, Words.Of(ParserLimits.MaxTokenLength));
        return true;
    }

    private string Text(int start, int end) => _pool.Of(_text.AsSpan(start, end - start));

    private void Add(TokenKind kind, int start, string text) =>
        _tokens.Add(new Token(kind, text, start, _position - start, _triviaStart, _startsLine));
}
