using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax.Lexing;

/// <summary>
/// A text as words: names, literals, signs, and keywords under every meaning that their place allows.
/// </summary>
/// <param name="Table">The keywords of the module's language.</param>
/// <param name="Tokens">In order; the last is the end.</param>
internal sealed record LexedModule(KeywordTable Table, IReadOnlyList<Token> Tokens);

/// <summary>
/// Turns scanned words into tokens: the longest phrase first, across line ends but not across table rows. The words of
/// lifecycles are known from `lifecycle` or `ladder` at the start of a line to its end, and from `deadline` or
/// `waiting period` to the next declaration; a word after a dot is always a name.
/// </summary>
internal sealed class Lexer(SourceText source, FindingList findings)
{
    // Words are turned into tokens in place: a phrase is never longer than its words.
    private TokenList _words = new();
    private readonly WordPool _phrases = new();
    private int _written;
    private KeywordTable _table = KeywordTable.Find("en")!;
    private bool _inRegion;
    private bool _inRow;

    public LexedModule Lex()
    {
        _words = new Scanner(source, findings).Scan();
        var next = ReadHeader();
        while (next < _words.Count)
        {
            next = Classify(next);
        }

        _words.Truncate(_written);
        return new LexedModule(_table, _words);
    }

    // The first words name the language, in any language; without them the first word that is known decides.
    private int ReadHeader()
    {
        foreach (var table in KeywordTable.All)
        {
            if (Longest(0, table, node => node.Outside.Contains(Keyword.Language)) is not { } phrase)
            {
                continue;
            }

            _table = KeywordTable.Find(_words[phrase.Depth].Text) ?? table;
            return AddPhrase(0, phrase.Depth, [Keyword.Language], isName: false);
        }

        _table = KeywordTable.All.FirstOrDefault(table => Longest(0, table, BeginsModule) is not null) ?? _table;
        return 0;
    }

    private static bool BeginsModule(PhraseNode node) => node.EndsRegion || node.Outside.Contains(Keyword.Module);

    private int Classify(int index)
    {
        var word = _words[index];
        _inRow = word.Kind == TokenKind.RowStart || (_inRow && !word.StartsLine);
        if (word.StartsLine && Longest(index, _table, OpensOrEnds) is { } opening)
        {
            _inRegion = opening.OpensRegion && (_inRegion || NamesSomething(index + opening.Depth));
        }

        if (word.Kind is not (TokenKind.Name or TokenKind.Percent))
        {
            return AddSingle(word, index);
        }

        // A dot that ends its line by mistake must not swallow the next declaration.
        var afterDot = _written > 0 && _words[_written - 1].Kind == TokenKind.Dot && !word.StartsLine;
        if (afterDot || IsQuoted(word))
        {
            return AddSingle(word, index);
        }

        return AddCitation(index) ?? AddKeyword(index) ?? AddSingle(word, index);
    }

    private static bool OpensOrEnds(PhraseNode node) => node.OpensRegion || node.EndsRegion;

    // A field may be called `deadline`: what follows decides.
    private bool NamesSomething(int index) => _words[index].Kind == TokenKind.Name;

    private bool IsQuoted(Token word) => source.Text[word.Start] == '`';

    private int? AddCitation(int index)
    {
        var follows = _written > 0 && (_words[_written - 1].IsName || _words[_written - 1].Kind == TokenKind.Reference);
        var word = follows ? _table.CitationWord(_words[index].Text) : null;
        if (word is not { } part || ReferenceAt(index + 1) is not { } end)
        {
            return null;
        }

        AddPhrase(index, 1, [part], isName: false);
        var first = _words[index + 1];
        var length = _words[end - 1].End - first.Start;
        var text = IdentifierFolding.Compose(source.Text.Substring(first.Start, length));
        Put(first with { Kind = TokenKind.Reference, Text = text, Length = length, IsName = false });
        return end;
    }

    // `II.2.1` was scanned as several words that touch; the index after the last, or null where it is no reference.
    private int? ReferenceAt(int index)
    {
        var end = index;
        while (IsReferencePiece(_words[end].Kind) && (end == index || _words[end].Start == _words[end - 1].End))
        {
            end++;
        }

        if (end > index && _words[end - 1].Kind == TokenKind.Dot)
        {
            end--;
        }

        var start = _words[index].Start;
        var text = end > index ? source.Text.AsSpan(start, _words[end - 1].End - start) : "";
        return References.IsReference(text) && !IsReserved(_words[index]) ? end : null;
    }

    // `art as` lacks its reference, although `as` has the shape of a point.
    private bool IsReserved(Token word) =>
        CanSpell(word) && _table.Root.Next(word.Text) is { Outside.Length: > 0 } node && !node.MayBeName(inside: false);

    private static bool IsReferencePiece(TokenKind kind) =>
        kind is TokenKind.Name or TokenKind.Number or TokenKind.MalformedNumber or TokenKind.Dot;

    private int? AddKeyword(int index)
    {
        if (Longest(index, _table, _inRegion ? MeansInside : MeansOutside) is not { } phrase)
        {
            return null;
        }

        var keywords = Meaning(phrase);
        var next = AddPhrase(index, phrase.Depth, keywords, phrase.MayBeName(_inRegion));
        if (keywords.Contains(Keyword.EndLifecycle) || keywords.Contains(Keyword.EndLadder))
        {
            _inRegion = false;
        }

        return next;
    }

    private static bool MeansInside(PhraseNode node) => node.Inside.Length > 0;

    private static bool MeansOutside(PhraseNode node) => node.Outside.Length > 0;

    private Keyword[] Meaning(PhraseNode node) => _inRegion ? node.Inside : node.Outside;

    private PhraseNode? Longest(int index, KeywordTable table, Func<PhraseNode, bool> fits)
    {
        PhraseNode? longest = null;
        PhraseNode? node = table.Root;
        for (var i = index; i < _words.Count && CanSpell(_words[i]); i++)
        {
            // A table's row is one line, and so are its phrases.
            if (_inRow && i > index && _words[i].StartsLine)
            {
                break;
            }

            node = node.Next(IdentifierFolding.Fold(_words[i].Text));
            if (node is null)
            {
                break;
            }

            longest = fits(node) ? node : longest;
        }

        return longest;
    }

    private bool CanSpell(Token word) =>
        word.Kind == TokenKind.Percent || (word.Kind == TokenKind.Name && !IsQuoted(word));

    private int AddPhrase(int index, int count, Keyword[] keywords, bool isName)
    {
        var first = _words[index];
        var last = _words[index + count - 1];
        Put(first with
        {
            Kind = isName ? TokenKind.Name : TokenKind.Keyword,
            Text = PhraseAt(index, count),
            Length = last.End - first.Start,
            Keywords = keywords,
            IsName = isName,
        });
        return index + count;
    }

    private string PhraseAt(int index, int count) => count == 1
        ? _words[index].Text
        : _phrases.Of(string.Join(' ', Enumerable.Range(index, count).Select(i => _words[i].Text)));

    private int AddSingle(Token word, int index)
    {
        if (word.Kind is TokenKind.MalformedNumber or TokenKind.Percent)
        {
            Report(word);
            word = word with { Kind = TokenKind.Bad };
        }
        else if (word.Kind == TokenKind.Date && !References.IsRealDay(word.Text))
        {
            findings.Add(RulesCodes.NotARealDay, source.Span(word.Start, word.Length), word.Text);
        }

        Put(word);
        return index + 1;
    }

    private void Put(Token token) => _words[_written++] = token;

    private void Report(Token word)
    {
        var span = source.Span(word.Start, word.Length);
        if (word.Kind == TokenKind.Percent)
        {
            findings.Add(RulesCodes.UnexpectedCharacter, span, word.Text);
            return;
        }

        var meant = NumberShapes.Suggest(word.Text);
        findings.Add(new Diagnostic(RulesCodes.MalformedNumber, Severity.Error, span, [word.Text, meant])
        {
            Fixes = NumberShapes.Read(meant, 0, out _) == TokenKind.MalformedNumber
                ? []
                : [Fixing.Replace(span, meant)],
        });
    }
}
