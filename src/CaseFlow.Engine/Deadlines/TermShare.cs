using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Deadlines;

/// <summary>Finds the day on which a share of a deadline's term has run.</summary>
internal static class TermShare
{
    private const decimal Whole = 100m;

    /// <summary>
    /// The day on which so many per cent of the term have run, rounded up to a whole day of the term's own unit;
    /// suspended days do not count and nothing rolls. Terms in months or years, and terms of several units, run in
    /// days. Null where nothing is counted forward: a moment taken over, a term counted back.
    /// </summary>
    public static DateOnly? DayOf(DeadlineStatement statement, decimal percent, WorkingCalendar? calendar)
    {
        if (statement.Anchor is not { } anchor || statement.CountedBack || statement.RawEnd is not { } rawEnd)
        {
            return null;
        }

        var unit = CommonUnit(statement);
        var days = unit is null
            ? rawEnd.DayNumber - anchor.DayNumber - statement.ExcludedDays
            : statement.Terms.Sum(term => term.Length.Count);
        var share = new RuleDuration((int)Math.Ceiling(percent * days / Whole), unit ?? DurationUnit.Day);
        return TermCount.Forward(anchor, [share], DeadlineCount.ExcludedOf(statement), calendar).RawEnd;
    }

    private static DurationUnit? CommonUnit(DeadlineStatement statement)
    {
        var units = statement.Terms.Select(term => term.Length.Unit).Distinct().ToList();
        return units is [DurationUnit.Day or DurationUnit.WorkingDay] ? units[0] : null;
    }
}
