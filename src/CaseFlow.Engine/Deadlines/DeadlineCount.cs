using CaseFlow.Engine.Cases;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Deadlines;

/// <summary>Makes a statement's dates from what it says is counted. Pure; the sums are the rules' own.</summary>
public static class DeadlineCount
{
    /// <summary>
    /// The statement with its due day and its account, counted anew from anchor, terms and suspensions. While a
    /// suspension lasts there is no due day.
    /// </summary>
    /// <param name="statement">What to count; the dates in it are replaced.</param>
    /// <param name="calendar">The deadline's calendar, or null for plain days.</param>
    /// <param name="workingDays">
    /// A calendar to tell the last working day before a day counted back; null: it is not told.
    /// </param>
    /// <param name="time">The agency's time.</param>
    /// <exception cref="Rules.Evaluation.EvaluationFaultException">A day lies past the holiday data.</exception>
    public static DeadlineStatement Count(
        DeadlineStatement statement, WorkingCalendar? calendar, WorkingCalendar? workingDays, AgencyTime time)
    {
        if (statement.Suspensions.Count > 0 && statement.Suspensions[^1].Resumed is null)
        {
            return WithoutDueDay(statement);
        }

        return statement switch
        {
            { TakenOverDueAt: { } dueAt } => CountTakenOver(statement, dueAt, calendar, time),
            { CountedBack: true } => CountBack(statement, calendar, workingDays, time),
            _ => CountForward(statement, calendar, time),
        };
    }

    /// <summary>The statement as it would stand had the suspension that lasts never begun.</summary>
    /// <inheritdoc cref="Count"/>
    public static DeadlineStatement CountAsUnsuspended(
        DeadlineStatement statement, WorkingCalendar? calendar, WorkingCalendar? workingDays, AgencyTime time)
    {
        var closed = statement.Suspensions.Where(suspension => suspension.Resumed is not null).ToList();
        return Count(statement with { Suspensions = closed }, calendar, workingDays, time);
    }

    /// <summary>The suspensions that are over, as days that do not count.</summary>
    internal static IReadOnlyList<ExcludedInterval> ExcludedOf(DeadlineStatement statement) =>
    [
        .. from suspension in statement.Suspensions
           let resumed = suspension.Resumed
           where resumed.HasValue
           select new ExcludedInterval(suspension.From, resumed.Value, suspension.RecordedAs),
    ];

    private static DeadlineStatement WithoutDueDay(DeadlineStatement statement) => statement with
    {
        RawEnd = null, LastDay = null, LastWorkingDay = null, BreachesAt = null, Steps = [],
    };

    private static DeadlineStatement CountForward(
        DeadlineStatement statement, WorkingCalendar? calendar, AgencyTime time)
    {
        var excluded = ExcludedOf(statement);
        var counted = TermCount.Forward(statement.Anchor!.Value, LengthsOf(statement), excluded, calendar);
        var lastDay = AfterSuspension(counted.LastDay, excluded, calendar);
        return statement with
        {
            RawEnd = counted.RawEnd,
            LastDay = lastDay,
            BreachesAt = time.StartOf(lastDay.AddDays(1)),
            ExcludedDays = counted.ExcludedDays,
            Certainty = Worse(counted.Certainty, statement.AnchorCertainty),
            Steps = counted.Steps,
        };
    }

    private static DeadlineStatement CountBack(
        DeadlineStatement statement, WorkingCalendar? calendar, WorkingCalendar? workingDays, AgencyTime time)
    {
        var counted = TermCount.Back(statement.Anchor!.Value, statement.Terms[0].Length, calendar);
        var extended = Extensions(counted.LastDay, statement, calendar);
        return statement with
        {
            RawEnd = extended,
            LastDay = extended,
            LastWorkingDay = workingDays?.LastWorkingDayOnOrBefore(extended),
            BreachesAt = time.StartOf(extended.AddDays(1)),
            Certainty = Worse(counted.Certainty, statement.AnchorCertainty),
            Steps = counted.Steps,
        };
    }

    // A moment taken over is kept to the tick; only what happens afterwards moves it, by whole local days.
    private static DeadlineStatement CountTakenOver(
        DeadlineStatement statement, DateTimeOffset dueAt, WorkingCalendar? calendar, AgencyTime time)
    {
        var day = time.DayOf(dueAt);
        var excluded = 0;
        foreach (var suspension in ExcludedOf(statement).Where(suspension => suspension.From <= day))
        {
            excluded += suspension.Before.DayNumber - suspension.From.DayNumber;
        }

        var lastDay = Extensions(day.AddDays(excluded), statement, calendar);
        var due = lastDay == day ? dueAt : time.At(lastDay, time.TimeOf(dueAt));
        return statement with
        {
            LastDay = lastDay, BreachesAt = due.ToUniversalTime().AddTicks(1), ExcludedDays = excluded,
        };
    }

    private static DateOnly Extensions(DateOnly end, DeadlineStatement statement, WorkingCalendar? calendar)
    {
        var lengths = statement.Terms
            .Where(term => term.Kind == StatedTermKind.Extension)
            .Select(term => term.Length)
            .ToList();
        return lengths.Count == 0 ? end : TermCount.Forward(end, lengths, [], calendar).LastDay;
    }

    // The count may be complete on a rest day and the last day rolled into a suspension: it then moves behind it.
    private static DateOnly AfterSuspension(
        DateOnly lastDay, IReadOnlyList<ExcludedInterval> excluded, WorkingCalendar? calendar)
    {
        foreach (var interval in excluded.OrderBy(interval => interval.From))
        {
            if (interval.Contains(lastDay))
            {
                lastDay = calendar?.FirstWorkingDayOnOrAfter(interval.Before) ?? interval.Before;
            }
        }

        return lastDay;
    }

    private static IReadOnlyList<RuleDuration> LengthsOf(DeadlineStatement statement) =>
        [.. statement.Terms.Select(term => term.Length)];

    private static DayCertainty Worse(DayCertainty one, DayCertainty other) => one > other ? one : other;
}
