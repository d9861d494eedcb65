using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Definitions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Escalations;

/// <summary>Finds the instant of a ladder's step from a deadline's current statement.</summary>
/// <param name="pack">The pack.</param>
/// <param name="time">The agency's time.</param>
/// <param name="evaluation">The rules, for quantities that are parameters.</param>
internal sealed class StepMoment(CasePack pack, AgencyTime time, CaseEvaluation evaluation)
{
    private static readonly TimeOnly WorkBegins = new(8, 0);

    /// <summary>How often the step may come.</summary>
    public int Occurrences(BoundLadderStep step) =>
        step.Moment is EveryAfterDue every ? Number(every.Times) : 1;

    /// <summary>
    /// The instant of the step's <paramref name="occurrence"/>, from 1; null where it has none, because the deadline
    /// has no due day or its term cannot be shared. A moment inside a suspension that is over moves to the day on which
    /// days count again.
    /// </summary>
    /// <exception cref="EvaluationFaultException">A day lies past the holiday data.</exception>
    public DateTimeOffset? Of(
        BoundLadder ladder, BoundLadderStep step, BoundDeadline deadline, DeadlineStatement statement, int occurrence)
    {
        if (statement.LastDay is not { } lastDay)
        {
            return null;
        }

        var calendar = pack.CalendarOf(ladder.Calendar ?? deadline.Calendar) ?? pack.OnlyCalendar;
        var day = step.Moment switch
        {
            ShareOfTerm share => TermShare.DayOf(
                statement, Decimal(share.Percent), pack.CalendarOf(deadline.Calendar)),
            BeforeDue before => Back(lastDay, Number(before.Count), before.Unit, calendar),
            AfterDue after => Forward(lastDay, Number(after.Count), after.Unit, calendar),
            EveryAfterDue every => Forward(lastDay, Number(every.Count) * occurrence, every.Unit, calendar),
            _ => lastDay,
        };
        return day is { } found ? InstantOf(ladder, AfterSuspensions(found, statement), calendar) : null;
    }

    private DateTimeOffset InstantOf(BoundLadder ladder, DateOnly day, WorkingCalendar? calendar) =>
        ladder.InWorkingHours
            ? time.At(calendar?.FirstWorkingDayOnOrAfter(day) ?? day, WorkBegins)
            : time.StartOf(day);

    private static DateOnly AfterSuspensions(DateOnly day, DeadlineStatement statement)
    {
        foreach (var suspension in DeadlineCount.ExcludedOf(statement))
        {
            day = suspension.Contains(day) ? suspension.Before : day;
        }

        return day;
    }

    private static DateOnly Back(DateOnly day, int count, DurationUnit unit, WorkingCalendar? calendar) =>
        TermCount.Back(day, new RuleDuration(count, unit), calendar).LastDay;

    private static DateOnly Forward(DateOnly day, int count, DurationUnit unit, WorkingCalendar? calendar) =>
        TermCount.Forward(day, [new RuleDuration(count, unit)], [], calendar).RawEnd;

    private int Number(Rules.Binding.Expressions.BoundExpression expression) => (int)Decimal(expression);

    // INVARIANT: the checker admits constants and parameters only, so the value is always known.
    private decimal Decimal(Rules.Binding.Expressions.BoundExpression expression) =>
        evaluation.Value(expression) is NumberValue number
            ? number.Value
            : throw new InvalidOperationException("A ladder's quantity is no number.");
}
