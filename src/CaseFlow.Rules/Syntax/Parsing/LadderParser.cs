using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>`ladder … for deadline … end ladder`; its steps are read by <see cref="LadderStepParser"/>.</summary>
internal sealed class LadderParser(
    TokenCursor cursor,
    NameParser names,
    CitationParser cites,
    LiteralParser literals,
    ExpressionParser expressions)
{
    private static readonly Keyword[] ItemWords = [Keyword.Step, Keyword.StopsWhen, Keyword.EndLadder];

    private readonly LadderStepParser _steps = new(cursor, names, cites, literals, expressions);

    public DeclarationSyntax Ladder()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Ladder);
        var name = names.Name();
        var heading = cursor.SpanFrom(start);
        var head = Head(name, start);
        var headFailed = cursor.Failed;
        if (headFailed)
        {
            cursor.Recover(StartsItem);
        }

        var steps = Steps();
        var stops = cursor.TryTake(Keyword.StopsWhen) ? expressions.Expression() : null;
        Close(heading);
        var span = cursor.SpanFrom(start);
        return headFailed
            ? new ErrorDeclaration(span) { Name = name.Text.Length == 0 ? null : name }
            : head with { Steps = steps, StopsWhen = stops, Span = span };
    }

    private LadderSyntax Head(Name name, int start)
    {
        var aliases = names.Names();
        cursor.Expect(Keyword.For);
        cursor.Expect(Keyword.Deadline);
        var deadlines = names.List();
        var (per, period) = cites.WithPeriod(new ClauseSet(cursor, name.Text));
        var inWorkingHours = cursor.TryTake(Keyword.InWorkingHours);
        var calendar = inWorkingHours && cursor.TryTake(Keyword.OnCalendar) ? names.Name() : null;
        return new LadderSyntax(
            name, aliases, deadlines, per, period, inWorkingHours, calendar, [], null, cursor.SpanFrom(start));
    }

    private List<LadderStepSyntax> Steps()
    {
        var steps = new List<LadderStepSyntax>();
        while (!cursor.AtEnd && !cursor.AtAny(Keyword.EndLadder, Keyword.StopsWhen) && !cursor.AtDeclaration)
        {
            if (!cursor.At(Keyword.Step))
            {
                cursor.FailAtSurplus(ItemWords);
            }

            var step = _steps.Step();
            if (cursor.Failed)
            {
                cursor.Recover(StartsItem);
            }
            else
            {
                steps.Add(step);
            }
        }

        return steps;
    }

    private void Close(SourceSpan heading)
    {
        if (!cursor.Failed && !cursor.AtEnd && !cursor.At(Keyword.EndLadder) && !cursor.AtDeclaration)
        {
            cursor.FailAtSurplus(ItemWords);
        }

        if (cursor.Failed)
        {
            cursor.Recover(token => token.Is(Keyword.EndLadder));
        }

        if (!cursor.TryTake(Keyword.EndLadder))
        {
            cursor.FailNotClosed(heading, cursor.Quote(heading), cursor.Table.Phrase(Keyword.EndLadder));
        }
    }

    private static bool StartsItem(Token token) => token.IsAny(ItemWords);
}
