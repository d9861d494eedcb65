using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Lifecycles;

/// <summary>Binds escalation ladders.</summary>
internal sealed class LadderBinder(ExpressionBinder expressions, LifecycleNames names)
{
    /// <summary>Binds one; deadlines are bound before.</summary>
    public void Bind(Declared<LadderSyntax, BoundLadder> declared, PackDeclarations pack)
    {
        var (syntax, ladder, module) = declared;
        var scope = new ExpressionScope(module);
        ladder.Deadlines = LifecycleNames.Deadlines(syntax.Deadlines, module);
        ladder.Cites = CitationBinder.Demand(
            syntax.Cites,
            syntax.Name.Text,
            syntax.Name.Span,
            module,
            per => Fixing.After(syntax.Deadlines[^1].Span, " " + per));
        ladder.Period = PeriodBinder.Of(syntax.Period, ladder.Cites, syntax.Name.Text, syntax.Name.Span, module);
        ladder.Calendar = syntax.Calendar is { } calendar
            ? module.Resolve(module.Names.Calendars, calendar, RulesCodes.UnknownCalendar)
            : ladder.Deadlines.Select(deadline => deadline.Calendar).FirstOrDefault(found => found is not null);
        ladder.Steps = [.. syntax.Steps.Select(step => Step(step, scope, pack))];
        var steps = new NameIndex<BoundLadderStep>();
        foreach (var step in ladder.Steps)
        {
            pack.Enter(steps, step);
        }

        CheckCalendar(syntax, ladder, module);
        ladder.StopsWhen = syntax.StopsWhen is { } stops ? expressions.Condition(stops, scope) : null;
    }

    private BoundLadderStep Step(LadderStepSyntax syntax, ExpressionScope scope, PackDeclarations pack)
    {
        var when = syntax.When is { } condition ? expressions.Condition(condition, scope) : null;
        var inside = when is null ? scope : scope.With(Recorded.WhenTrue(when));
        return new BoundLadderStep(syntax.Name.Text, Moment(syntax.Moment, scope), syntax.Name.Span)
        {
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
            When = when,
            Actions = [.. syntax.Actions.Select(action => Action(action, inside)).OfType<BoundAction>()],
            Cites = CitationBinder.Bind(syntax.Cites, scope.Module),
        };
    }

    private BoundMoment Moment(MomentSyntax moment, ExpressionScope scope) => moment switch
    {
        ShareOfTermMoment share => new ShareOfTerm(Quantity(share.Percent, scope)),
        BeforeDueMoment before => new BeforeDue(Quantity(before.Count, scope), before.Unit),
        AfterDueMoment after => new AfterDue(Quantity(after.Count, scope), after.Unit),
        EveryAfterDueMoment every => new EveryAfterDue(
            Quantity(every.Count, scope), every.Unit, Quantity(every.Times, scope)),
        _ => new AtDue(),
    };

    private BoundAction? Action(LadderActionSyntax action, ExpressionScope scope) => action switch
    {
        RemindAction remind => new RemindBoundAction(names.Recipient(remind.Who, scope.Module)),
        ReportAction report => new ReportBoundAction(names.Recipient(report.Who, scope.Module)),
        ReassignAction reassign => new ReassignBoundAction(names.Recipient(reassign.Who, scope.Module)),
        RaisePriorityAction raise => new RaisePriorityBoundAction(Quantity(raise.By, scope)),
        DemandReportAction demand => new DemandReportBoundAction(
            names.Recipient(demand.Who, scope.Module), expressions.BindAs(demand.Within, scope, RuleType.Duration)),
        _ => null,
    };

    private BoundExpression Quantity(ExpressionSyntax syntax, ExpressionScope scope) =>
        expressions.BindAs(syntax, scope, RuleType.Number);

    private static void CheckCalendar(LadderSyntax syntax, BoundLadder ladder, ModuleScope module)
    {
        if (ladder.Calendar is not null || syntax.Calendar is not null)
        {
            return;
        }

        foreach (var (written, step) in syntax.Steps.Zip(ladder.Steps))
        {
            var unit = step.Moment switch
            {
                BeforeDue before => before.Unit,
                AfterDue after => after.Unit,
                EveryAfterDue every => every.Unit,
                _ => DurationUnit.Day,
            };
            if (unit == DurationUnit.WorkingDay)
            {
                module.Findings.Report(RulesCodes.CalendarNeeded, written.Moment.Span, module.TextOf(written.Moment));
            }
        }
    }
}
