using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>`example "…" today D given … expect …`.</summary>
internal sealed class ExampleParser(
    TokenCursor cursor,
    NameParser names,
    CitationParser cites,
    LiteralParser literals,
    ExpressionParser expressions)
{
    public ExampleSyntax Example()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Example);
        var title = names.Text();
        DateOnly? today = cursor.TryTake(Keyword.Today) ? names.Day() : null;
        cursor.Expect(Keyword.Given);
        var given = new List<GivenSyntax> { Given() };
        while (cursor.TryTake(Keyword.And) || TryPassComma())
        {
            given.Add(Given());
        }

        cursor.Expect(Keyword.Expect);
        var wants = new List<WantSyntax> { Want() };
        while (cursor.TryTake(Keyword.And) || TryPassComma())
        {
            wants.Add(Want());
        }

        return new ExampleSyntax(title, today, given, wants, cursor.SpanFrom(start));
    }

    private GivenSyntax Given()
    {
        var start = cursor.Start;
        if (cursor.TryTake(Keyword.CountOf))
        {
            var list = names.Path();
            cursor.Expect(Keyword.Is);
            return new GivenCount(list, names.WholeNumber(), cursor.SpanFrom(start));
        }

        var path = names.Path();
        if (!cursor.At(Keyword.Missing))
        {
            cursor.Expect(Keyword.Is);
        }

        return new GivenFact(path, Value(), cursor.SpanFrom(start));
    }

    private GivenValueSyntax Value()
    {
        var start = cursor.Start;
        if (!cursor.Enter())
        {
            cursor.Leave();
            return new GivenScalar(new ErrorExpression(cursor.SpanFrom(start)), cursor.SpanFrom(start));
        }

        GivenValueSyntax value = cursor.TryTake(TokenKind.LeftBracket) ? List(start)
            : cursor.TryTake(TokenKind.LeftBrace) ? Record(start)
            : new GivenScalar(Scalar(start), cursor.SpanFrom(start));
        cursor.Leave();
        return value;
    }

    private ExpressionSyntax Scalar(int start) => cursor.TryTake(Keyword.Missing)
        ? new MissingLiteral(cursor.SpanFrom(start))
        : literals.Literal();

    private GivenList List(int start)
    {
        var items = new List<GivenValueSyntax>();
        if (!cursor.At(TokenKind.RightBracket))
        {
            do
            {
                items.Add(Value());
            }
            while (cursor.TryTake(TokenKind.Comma));
        }

        cursor.Expect(TokenKind.RightBracket);
        return new GivenList(items, cursor.SpanFrom(start));
    }

    private GivenRecord Record(int start)
    {
        var fields = new List<GivenSyntax>();
        if (!cursor.At(TokenKind.RightBrace))
        {
            do
            {
                fields.Add(Given());
            }
            while (cursor.TryTake(TokenKind.Comma) || TryPassAnd());
        }

        cursor.Expect(TokenKind.RightBrace);
        return new GivenRecord(fields, cursor.SpanFrom(start));
    }

    // What lists of values are separated by, people write between facts too.
    private bool TryPassComma()
    {
        var comma = cursor.Current;
        if (!cursor.TryTake(TokenKind.Comma))
        {
            return false;
        }

        var (span, and) = (cursor.SpanOf(comma), cursor.Table.Phrase(Keyword.And));
        cursor.Report(new Diagnostic(RulesCodes.CommaBetweenFacts, Severity.Error, span, [and])
        {
            Fixes = [Fixing.Replace(span, " " + and)],
        });
        return true;
    }

    // The facts of an example are joined by `and`: so people write it between the fields of a record too.
    private bool TryPassAnd()
    {
        var word = cursor.Current;
        var behind = cursor.Behind;
        if (!cursor.TryTake(Keyword.And))
        {
            return false;
        }

        var span = cursor.SpanOf(word);
        cursor.Report(new Diagnostic(RulesCodes.AndBetweenFields, Severity.Error, span, [word.Text])
        {
            Fixes = [Fixing.Replace(behind.To(span), ",")],
        });
        return true;
    }

    private WantSyntax Want()
    {
        var start = cursor.Start;
        var path = names.Path();
        if (cursor.TryTake(Keyword.IsUndecided))
        {
            return new WantUndecided(path, cursor.SpanFrom(start));
        }

        if (path.Parts.Count == 1 && OfDecision(path.Parts[0], start) is { } want)
        {
            return want;
        }

        cursor.Expect(Keyword.Is);
        return new WantValue(path, expressions.SumOrMissing(), cursor.SpanFrom(start));
    }

    private WantSyntax? OfDecision(Name decision, int start)
    {
        if (cursor.TryTake(Keyword.ByRule))
        {
            return new WantRules(decision, names.List(), cursor.SpanFrom(start));
        }

        if (cursor.TryTake(Keyword.Citing))
        {
            return new WantCiting(decision, cites.One(), cursor.SpanFrom(start));
        }

        if (cursor.TryTake(Keyword.MissingFacts))
        {
            return new WantMissing(decision, Paths(), cursor.SpanFrom(start));
        }

        return cursor.TryTake(Keyword.Conflicts) ? new WantConflict(decision, cursor.SpanFrom(start)) : null;
    }

    private List<PathExpression> Paths()
    {
        var paths = new List<PathExpression> { names.Path() };
        while (cursor.TryTake(TokenKind.Comma))
        {
            paths.Add(names.Path());
        }

        return paths;
    }
}
