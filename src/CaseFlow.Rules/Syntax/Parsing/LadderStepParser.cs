using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Syntax.Parsing;

/// <summary>A step of a ladder: its moment, its condition, its actions and to whom they go.</summary>
internal sealed class LadderStepParser(
    TokenCursor cursor,
    NameParser names,
    CitationParser cites,
    LiteralParser literals,
    ExpressionParser expressions)
{
    public LadderStepSyntax Step()
    {
        var start = cursor.Start;
        cursor.Expect(Keyword.Step);
        var name = names.Name();
        var aliases = names.Names();
        cursor.Expect(Keyword.At);
        var moment = Moment();
        var when = cursor.TryTake(Keyword.When) ? expressions.Expression() : null;
        cursor.Expect(Keyword.Then);
        var actions = new List<LadderActionSyntax> { Action() };
        while (cursor.TryTake(Keyword.And))
        {
            actions.Add(Action());
        }

        return new LadderStepSyntax(name, aliases, moment, when, actions, cites.Optional(), cursor.SpanFrom(start));
    }

    private MomentSyntax Moment()
    {
        var start = cursor.Start;
        if (cursor.TryTake(Keyword.Due))
        {
            return new AtDueMoment(cursor.SpanFrom(start));
        }

        if (cursor.TryTake(Keyword.Repeats))
        {
            return Repeated(start);
        }

        var count = Quantity();
        if (cursor.TryTake(Keyword.OfTheTerm))
        {
            return new ShareOfTermMoment(count, cursor.SpanFrom(start));
        }

        var unit = Unit(Keyword.OfTheTerm);
        if (cursor.TryTake(Keyword.Before))
        {
            cursor.Expect(Keyword.Due);
            return new BeforeDueMoment(count, unit, cursor.SpanFrom(start));
        }

        AfterDue(Keyword.Before);
        return new AfterDueMoment(count, unit, cursor.SpanFrom(start));
    }

    private EveryAfterDueMoment Repeated(int start)
    {
        var count = Quantity();
        var unit = Unit();
        AfterDue();
        cursor.Expect(Keyword.AtMost);
        var times = Quantity();
        cursor.Expect(Keyword.Times);
        return new EveryAfterDueMoment(count, unit, times, cursor.SpanFrom(start));
    }

    private void AfterDue(params ReadOnlySpan<Keyword> alternatives)
    {
        if (!cursor.TryTake(Keyword.After))
        {
            FailExpectingAny([.. alternatives, Keyword.After]);
        }

        cursor.Expect(Keyword.Due);
    }

    private DurationUnit Unit(params ReadOnlySpan<Keyword> alternatives)
    {
        if (cursor.AtAny(Keyword.Day, Keyword.WorkingDay) && literals.TryUnit() is { } unit)
        {
            return unit;
        }

        FailExpectingAny([.. alternatives, Keyword.Day, Keyword.WorkingDay]);
        return DurationUnit.Day;
    }

    private void FailExpectingAny(Keyword[] words) =>
        cursor.FailExpecting(string.Join(", ", words.Select(cursor.Show)));

    private ExpressionSyntax Quantity()
    {
        var start = cursor.Start;
        return cursor.AtName
            ? new PathExpression([names.Name()], cursor.SpanFrom(start))
            : literals.PlainNumber();
    }

    private LadderActionSyntax Action()
    {
        var start = cursor.Start;
        if (cursor.TryTake(Keyword.Remind))
        {
            return new RemindAction(Recipient(), cursor.SpanFrom(start));
        }

        if (cursor.TryTake(Keyword.ReportTo))
        {
            return new ReportAction(Recipient(), cursor.SpanFrom(start));
        }

        if (cursor.TryTake(Keyword.ReassignTo))
        {
            return new ReassignAction(Recipient(), cursor.SpanFrom(start));
        }

        if (cursor.TryTake(Keyword.RaisePriority))
        {
            cursor.Expect(Keyword.ByTerm);
            return new RaisePriorityAction(Quantity(), cursor.SpanFrom(start));
        }

        return Demand(start);
    }

    private DemandReportAction Demand(int start)
    {
        if (!cursor.TryTake(Keyword.DemandReportFrom))
        {
            FailExpectingAny(
            [
                Keyword.Remind, Keyword.ReportTo, Keyword.ReassignTo, Keyword.RaisePriority, Keyword.DemandReportFrom,
            ]);
        }

        var who = Recipient();
        cursor.Expect(Keyword.Within);
        return new DemandReportAction(who, expressions.Sum(), cursor.SpanFrom(start));
    }

    private RecipientSyntax Recipient()
    {
        var start = cursor.Start;
        if (cursor.TryTake(Keyword.TheHolder))
        {
            return new RecipientSyntax(RecipientKind.Holder, null, null, cursor.SpanFrom(start));
        }

        if (cursor.TryTake(Keyword.TheSuperior))
        {
            return new RecipientSyntax(RecipientKind.Superior, null, null, cursor.SpanFrom(start));
        }

        if (cursor.TryTake(Keyword.Agency))
        {
            return new RecipientSyntax(RecipientKind.Agency, names.Name(), null, cursor.SpanFrom(start));
        }

        if (!cursor.TryTake(Keyword.Role))
        {
            FailExpectingAny([Keyword.TheHolder, Keyword.TheSuperior, Keyword.Role, Keyword.Agency]);
        }

        var role = names.Name();
        var level = cursor.TryTake(Keyword.Level) ? names.Name() : null;
        return new RecipientSyntax(RecipientKind.Role, role, level, cursor.SpanFrom(start));
    }
}
