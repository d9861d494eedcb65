using System.Globalization;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>
/// Names and the small pieces that everything is made of: lists of names, paths, texts, whole numbers.
/// </summary>
internal sealed class NameParser(TokenCursor cursor)
{
    public Name Name()
    {
        if (cursor.AtName)
        {
            var token = cursor.Take();
            return new Name(token.Text, cursor.SpanOf(token));
        }

        var word = cursor.Current;
        if (word.Kind == TokenKind.Keyword && !word.StartsLine && !StartsValue(cursor.Ahead(1).Kind))
        {
            cursor.ReportKeywordAsName(word);
            cursor.Take();
            return new Name(word.Text, cursor.SpanOf(word));
        }

        cursor.FailLacking(RulesCodes.ExpectedName);
        return new Name("", cursor.SpanFrom(cursor.Start));
    }

    /// <summary>`a, b, c`.</summary>
    public IReadOnlyList<Name> List() => Separated(() => cursor.TryTake(TokenKind.Comma));

    /// <summary>`a and b`.</summary>
    public IReadOnlyList<Name> JoinedByAnd() => Separated(() => cursor.TryTake(Keyword.And));

    /// <summary>`a.b.c`.</summary>
    public IReadOnlyList<Name> Dotted() => Separated(() => cursor.TryTake(TokenKind.Dot));

    public QualifiedName Qualified()
    {
        var start = cursor.Start;
        var parts = Dotted();
        return new QualifiedName(parts, cursor.SpanFrom(start));
    }

    public PathExpression Path()
    {
        var start = cursor.Start;
        var parts = Dotted();
        if (parts.Count > ParserLimits.MaxDepth)
        {
            cursor.FailTooDeep();
        }

        return new PathExpression(parts, cursor.SpanFrom(start));
    }

    /// <summary>`alias vi loại_đơn label vi "Loại đơn"`.</summary>
    public NamesSyntax Names()
    {
        var aliases = new List<AliasSyntax>();
        var labels = new List<LabelSyntax>();
        while (TryAliasOrLabel(aliases, labels))
        {
        }

        return new NamesSyntax(aliases, labels);
    }

    public bool TryAliasOrLabel(List<AliasSyntax> aliases, List<LabelSyntax> labels)
    {
        var start = cursor.Start;
        if (cursor.TryTake(Keyword.Alias))
        {
            var language = Name().Text;
            var name = Name();
            aliases.Add(new AliasSyntax(language, name, cursor.SpanFrom(start)));
            return true;
        }

        if (!cursor.At(Keyword.Label))
        {
            return false;
        }

        labels.Add(Label());
        return true;
    }

    public LabelSyntax Label()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Label);
        var language = Name().Text;
        var text = Text();
        return new LabelSyntax(language, text, cursor.SpanFrom(start));
    }

    public string Text()
    {
        if (cursor.At(TokenKind.Text))
        {
            return cursor.Take().Text;
        }

        cursor.FailLacking(RulesCodes.ExpectedText);
        return "";
    }

    /// <summary>`"a", "b"`.</summary>
    public IReadOnlyList<(string Text, SourceSpan Span)> Texts()
    {
        var texts = new List<(string, SourceSpan)> { Placed() };
        while (cursor.TryTake(TokenKind.Comma))
        {
            texts.Add(Placed());
        }

        return texts;

        (string, SourceSpan) Placed()
        {
            var start = cursor.Start;
            return (Text(), cursor.SpanFrom(start));
        }
    }

    public DateOnly Day()
    {
        if (cursor.At(TokenKind.Date))
        {
            // An impossible day was reported by the lexer; the first day of all stands for it.
            _ = References.TryReadDay(cursor.Take().Text, out var day);
            return day;
        }

        if (cursor.At(TokenKind.Text) && References.DayMeant(cursor.Current.Text) is { } meant)
        {
            cursor.ReportQuoted(RulesCodes.ExpectedDate, meant);
            _ = References.TryReadDay(meant, out var quoted);
            return quoted;
        }

        cursor.FailLacking(RulesCodes.ExpectedDate);
        return default;
    }

    public int WholeNumber()
    {
        var token = cursor.Current;
        if (token.Kind != TokenKind.Number)
        {
            cursor.FailLacking(RulesCodes.ExpectedNumber);
            return 0;
        }

        cursor.Take();
        var digits = token.Text.Replace("_", "", StringComparison.Ordinal);
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            cursor.Report(RulesCodes.ExpectedWholeNumber, cursor.SpanOf(token), token.Text);
        }

        return number;
    }

    // `rule when petition.complex`: the name was left out, `when` is not meant as one.
    private static bool StartsValue(TokenKind kind) => kind is TokenKind.Name or TokenKind.Number or TokenKind.Date
        or TokenKind.Text or TokenKind.LeftParenthesis;

    // A tree keeps very many of these lists, mostly of one name or two: each is only as long as what it holds.
    private IReadOnlyList<Name> Separated(Func<bool> tryTakeSeparator)
    {
        var first = Name();
        if (!tryTakeSeparator())
        {
            return [first];
        }

        var names = new List<Name> { first, Name() };
        while (tryTakeSeparator())
        {
            names.Add(Name());
        }

        return [.. names];
    }
}
