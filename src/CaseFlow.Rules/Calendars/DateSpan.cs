using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Calendars;

/// <summary>Whole units between two days.</summary>
public static class DateSpan
{
    /// <summary>
    /// Whole units in (<paramref name="from"/>, <paramref name="to"/>]; negative where <paramref name="to"/> lies
    /// before. For months and years the month's end counts as the day.
    /// </summary>
    /// <param name="unit">The unit.</param>
    /// <param name="from">First day, not counted.</param>
    /// <param name="to">Last day, counted.</param>
    /// <param name="calendar">Needed for working days only.</param>
    public static int Count(DurationUnit unit, DateOnly from, DateOnly to, WorkingCalendar? calendar) => unit switch
    {
        DurationUnit.Day => to.DayNumber - from.DayNumber,
        DurationUnit.WorkingDay => WorkingDays(from, to, TermCount.Working(new RuleDuration(1, unit), calendar)),
        DurationUnit.Month => MonthSums.Between(from, to),
        _ => MonthSums.YearsBetween(from, to),
    };

    private static int WorkingDays(DateOnly from, DateOnly to, WorkingCalendar calendar) =>
        from <= to ? calendar.WorkingDaysIn(from, to) : -calendar.WorkingDaysIn(to, from);
}
