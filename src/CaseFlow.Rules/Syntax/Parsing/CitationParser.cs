using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>`per LKN art 28, practice "…"` and `from 2012-07-01 before 2026-07-01`.</summary>
internal sealed class CitationParser(TokenCursor cursor, NameParser names)
{
    /// <summary>`per …`.</summary>
    public IReadOnlyList<CitationSyntax> Required()
    {
        cursor.Expect(Keyword.Per);
        return List();
    }

    /// <summary>`per …`, or none.</summary>
    public IReadOnlyList<CitationSyntax> Optional() => cursor.TryTake(Keyword.Per) ? List() : [];

    /// <summary>Citations without their `per`, as in a table's cell.</summary>
    public IReadOnlyList<CitationSyntax> List()
    {
        var cites = new List<CitationSyntax> { One() };
        while (cursor.TryTake(TokenKind.Comma))
        {
            cites.Add(One());
        }

        return [.. cites];
    }

    public CitationSyntax One()
    {
        var start = cursor.Start;
        if (cursor.TryTake(Keyword.Practice))
        {
            var text = names.Text();
            var open = cursor.TryTake(Keyword.Unverified);
            return new PracticeCitationSyntax(text, open, cursor.SpanFrom(start));
        }

        var law = names.Name();
        var parts = Parts();
        var unverified = cursor.TryTake(Keyword.Unverified);
        return new LawCitationSyntax(law, parts, unverified, cursor.SpanFrom(start));
    }

    /// <summary>`per …` and a period, in either order and each once at most.</summary>
    public (IReadOnlyList<CitationSyntax> Cites, PeriodSyntax? Period) WithPeriod(ClauseSet clauses)
    {
        IReadOnlyList<CitationSyntax> cites = [];
        PeriodSyntax? period = null;
        while (!cursor.AtEnd)
        {
            if (cursor.At(Keyword.Per))
            {
                clauses.Note(Keyword.Per);
                cites = Required();
                clauses.Done();
            }
            else if (AtPeriod())
            {
                clauses.Note(Keyword.From);
                period = Period();
                clauses.Done();
            }
            else
            {
                break;
            }
        }

        return (cites, period);
    }

    public PeriodSyntax? OptionalPeriod() => AtPeriod() ? Period() : null;

    public PeriodSyntax Period()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.From);
        var (first, firstSpan) = PlacedDay();
        RefuseAmbiguousEnd();
        var isExclusive = cursor.TryTake(Keyword.Before);
        var isInclusive = !isExclusive && cursor.TryTake(Keyword.Through);
        var (end, endSpan) = isExclusive || isInclusive ? PlacedDay() : (default, firstSpan);
        return new PeriodSyntax(
            first, isExclusive || isInclusive ? end : null, isInclusive, cursor.SpanFrom(start))
        {
            FromSpan = firstSpan,
            EndSpan = endSpan,
        };
    }

    // One that gives only its end lacks its beginning: that is told where the end stands.
    private bool AtPeriod() =>
        cursor.At(Keyword.From)
        || (cursor.AtAny(Keyword.Before, Keyword.Through) && cursor.Ahead(1).Kind == TokenKind.Date);

    private (DateOnly Day, SourceSpan Span) PlacedDay()
    {
        var start = cursor.Start;
        return (names.Day(), cursor.SpanFrom(start));
    }

    private IReadOnlyList<CitationPart> Parts()
    {
        var parts = new List<CitationPart>();
        while (cursor.Ahead(1).Kind == TokenKind.Reference)
        {
            var kind = KindOf(cursor.Take());
            var reference = cursor.Take();
            parts.Add(new CitationPart(kind, reference.Text) { Span = cursor.SpanOf(reference) });
        }

        // The lexer leaves `art` a name where no reference follows.
        if (cursor.AtName && cursor.Table.CitationWord(cursor.Current.Text) is not null)
        {
            cursor.FailHere(RulesCodes.ExpectedReference, cursor.Current.Text);
        }

        return [.. parts];
    }

    private static CitationPartKind KindOf(Token word) => word.Keywords[0] switch
    {
        Keyword.Article => CitationPartKind.Article,
        Keyword.Clause => CitationPartKind.Clause,
        Keyword.Point => CitationPartKind.Point,
        _ => CitationPartKind.Section,
    };

    // `until D`, and in Vietnamese also `đến D`, may or may not include D: the author has to say which.
    private void RefuseAmbiguousEnd()
    {
        var ambiguous = cursor.At(Keyword.Until) || cursor.At(Keyword.To);
        if (ambiguous && cursor.Ahead(1).Kind == TokenKind.Date)
        {
            cursor.ReportUntil(Keyword.Through);
            cursor.Take();
            cursor.Take();
        }
    }
}
