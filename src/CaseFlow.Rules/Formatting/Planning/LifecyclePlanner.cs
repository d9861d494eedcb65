using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Planning;

/// <summary>Deadlines, lifecycles and ladders; triggers are planned by <see cref="TriggerPlanner"/>.</summary>
internal sealed class LifecyclePlanner(
    Parts parts, ExpressionPlanner expressions, RowPlanner rows, TriggerPlanner triggers)
{
    public void Deadline(DeadlineSyntax deadline)
    {
        var lasts = parts.First(deadline.Term) - 1;
        parts.Heading(parts.First(deadline), lasts - 1, deadline.Names);
        parts.Layout.Line(lasts, Indents.Step);
        parts.Layout.Group(
            lasts,
            parts.Last(deadline.Calendar ?? (SyntaxNode)deadline.Anchor),
            deadline.Calendar is { } calendar
                ? [parts.First(deadline.Anchor) - 1, parts.First(calendar) - 1]
                : [parts.First(deadline.Anchor) - 1],
            GroupStyle.Indent,
            Indents.Step,
            fills: true);
        if (deadline.Cap is { } cap)
        {
            parts.Layout.Line(parts.First(cap), Indents.Step);
            expressions.Plan(cap.Times);
            expressions.Plan(cap.By);
        }

        parts.CitesLine(deadline.Cites, Indents.Step);
        parts.PeriodLine(deadline.Period, Indents.Step);
    }

    public void Lifecycle(LifecycleSyntax lifecycle)
    {
        var cases = parts.First(lifecycle.For) - 1;
        parts.Heading(parts.First(lifecycle), parts.Last(lifecycle.For), lifecycle.Names, cases);
        expressions.Clause(lifecycle.For);
        IEnumerable<SyntaxNode> items = [.. lifecycle.States, .. lifecycle.Triggers];
        SyntaxNode? former = null;
        foreach (var item in items.OrderBy(item => item.Span.Start))
        {
            var blank = former is null || item is TriggerSyntax || former is TriggerSyntax
                ? BlankLine.Force
                : BlankLine.Keep;
            parts.Layout.Line(parts.First(item), Indents.Step, blank);
            former = item;
        }

        foreach (var state in lifecycle.States)
        {
            rows.State(state);
        }

        foreach (var trigger in lifecycle.Triggers)
        {
            triggers.Trigger(trigger);
        }

        parts.Layout.Closing(parts.Last(lifecycle), 0, Indents.Step);
    }

    public void Ladder(LadderSyntax ladder)
    {
        const int WordsBeforeDeadlines = 2;
        var watched = parts.First(ladder.Deadlines[0]) - WordsBeforeDeadlines;
        parts.Heading(parts.First(ladder), parts.Last(ladder.Deadlines[^1]), ladder.Names, watched);
        parts.List(ladder.Deadlines);
        parts.CitesLine(ladder.Cites, Indents.Step);
        parts.PeriodLine(ladder.Period, Indents.Step);
        if (ladder.InWorkingHours)
        {
            var hours = parts.Find(Keyword.InWorkingHours, parts.Last(ladder.Deadlines[^1]), parts.Last(ladder));
            parts.Layout.Line(hours.First(), Indents.Step);
        }

        for (var i = 0; i < ladder.Steps.Count; i++)
        {
            var blank = i == 0 ? BlankLine.None : BlankLine.Keep;
            parts.Layout.Line(parts.First(ladder.Steps[i]), Indents.Step, blank);
            rows.Step(ladder.Steps[i]);
        }

        if (ladder.StopsWhen is { } stops)
        {
            parts.Layout.Line(parts.First(stops) - 1, Indents.Step, BlankLine.Keep);
            expressions.Clause(stops);
        }

        parts.Layout.Closing(parts.Last(ladder), 0, Indents.Step);
    }
}
