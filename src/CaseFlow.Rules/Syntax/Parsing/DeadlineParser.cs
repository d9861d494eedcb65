using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>`deadline …` and `waiting period …`.</summary>
internal sealed class DeadlineParser(
    TokenCursor cursor, NameParser names, CitationParser cites, ExpressionParser expressions)
{
    public DeadlineSyntax Deadline()
    {
        var start = cursor.Start;
        var isWaitingPeriod = cursor.Take().Is(Keyword.WaitingPeriod);
        var name = names.Name();
        var aliases = names.Names();
        cursor.Expect(Keyword.Lasts);
        var term = names.Path();
        var countedBack = CountedBack();
        var anchor = names.Path();
        var calendar = cursor.TryTake(Keyword.OnCalendar) ? names.Name() : null;
        var cap = cursor.At(Keyword.Extends) ? Cap() : null;
        var (per, period) = cites.WithPeriod(new ClauseSet(cursor, name.Text));
        return new DeadlineSyntax(
            name,
            aliases,
            isWaitingPeriod,
            term,
            countedBack,
            anchor,
            calendar,
            cap,
            per,
            period,
            cursor.SpanFrom(start));
    }

    private bool CountedBack()
    {
        if (cursor.TryTake(Keyword.CountedBackFrom))
        {
            return true;
        }

        if (!cursor.TryTake(Keyword.CountedFrom))
        {
            cursor.FailExpecting(cursor.Show(Keyword.CountedFrom) + ", " + cursor.Show(Keyword.CountedBackFrom));
        }

        return false;
    }

    private ExtensionCapSyntax Cap()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Extends);
        cursor.Expect(Keyword.AtMost);
        var times = expressions.Sum();
        cursor.Expect(Keyword.Times);
        cursor.Expect(Keyword.ByTerm);
        return new ExtensionCapSyntax(times, expressions.Sum(), cursor.SpanFrom(start));
    }
}
