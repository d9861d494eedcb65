using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Calendars;

/// <summary>
/// Counts terms as the law does (BLDS art 147, 148): the day of the event is not counted, excluded days are given back,
/// extensions are added to the raw end, and the last day rolls once to a working day. The one place for this: sums of
/// dates in rules and deadlines of cases both come here.
/// </summary>
public static class TermCount
{
    /// <summary>Counts forward.</summary>
    /// <param name="start">The day of the event.</param>
    /// <param name="terms">The term, then its extensions; added one after the other.</param>
    /// <param name="excluded">Days not counted, in any order; overlapping ones count once.</param>
    /// <param name="calendar">The calendar; null: plain days, nothing rolls.</param>
    /// <exception cref="PastHorizonException">A day that must be known lies past the holiday data.</exception>
    /// <exception cref="EvaluationFaultException">The sum leaves the years 1 to 9999, is on no real day, or needs a
    /// calendar.</exception>
    public static CountedTerm Forward(
        DateOnly start,
        IReadOnlyList<RuleDuration> terms,
        IReadOnlyList<ExcludedInterval> excluded,
        WorkingCalendar? calendar)
    {
        var walk = new TermWalk(start, ExcludedInterval.Merge(excluded), calendar);
        foreach (var term in terms)
        {
            walk.Add(term);
        }

        var rawEnd = walk.End;
        var rolls = calendar is { Options.LastDayRolls: true };
        var lastDay = rolls ? calendar!.FirstWorkingDayOnOrAfter(rawEnd) : rawEnd;
        var certainty = Certainty(start, rawEnd, lastDay, terms, calendar);
        return new CountedTerm(
            rawEnd,
            lastDay,
            walk.ExcludedDays,
            certainty,
            () => TermAccount.Of(start, lastDay, walk, excluded, calendar));
    }

    /// <summary>Counts back: the anchor is not counted, and nothing rolls.</summary>
    /// <param name="anchor">The day to be ready for.</param>
    /// <param name="term">How long before.</param>
    /// <param name="calendar">The calendar; null: plain days.</param>
    /// <exception cref="PastHorizonException">A day that must be known lies outside the holiday data.</exception>
    /// <exception cref="EvaluationFaultException">The sum leaves the years 1 to 9999, is on no real day, or needs a
    /// calendar.</exception>
    public static CountedTerm Back(DateOnly anchor, RuleDuration term, WorkingCalendar? calendar)
    {
        DemandNotNegative(term);
        var day = term.Unit switch
        {
            DurationUnit.Day => DayNumbers.At((long)anchor.DayNumber - term.Count),
            DurationUnit.WorkingDay => Working(term, calendar).WorkingDays.Back(anchor, term.Count)
                ?? throw BeforeData(calendar!),
            _ => MonthSums.Add(anchor, -MonthSums.MonthsOf(term), calendar?.Options.MonthsClamp),
        };
        var end = day ?? throw MonthSums.OutOfRange(anchor, term);
        var certainty = term.Unit == DurationUnit.WorkingDay && end < anchor
            ? calendar!.CertaintyOf(end, anchor.AddDays(-1))
            : DayCertainty.Verified;
        return new CountedTerm(end, end, 0, certainty, () => TermAccount.OfBack(anchor, end, term, calendar));
    }

    /// <summary>The calendar that a term in working days cannot do without.</summary>
    internal static WorkingCalendar Working(RuleDuration term, WorkingCalendar? calendar) =>
        calendar ?? throw new EvaluationFaultException(RulesCodes.CalendarNeeded, [term.ToString()]);

    /// <summary>A term is a length; which way it is counted is said by the method.</summary>
    internal static void DemandNotNegative(RuleDuration term)
    {
        if (term.Count < 0)
        {
            throw new EvaluationFaultException(RulesCodes.NegativeTerm, [term.ToString()]);
        }
    }

    private static PastHorizonException BeforeData(WorkingCalendar calendar) =>
        new(calendar.First, calendar.Options.Name, calendar.First, calendar.Last);

    private static DayCertainty Certainty(
        DateOnly start, DateOnly rawEnd, DateOnly lastDay, IReadOnlyList<RuleDuration> terms, WorkingCalendar? calendar)
    {
        if (calendar is null)
        {
            return DayCertainty.Verified;
        }

        if (terms.Any(term => term.Unit == DurationUnit.WorkingDay) && rawEnd > start)
        {
            return calendar.CertaintyOf(start.AddDays(1), lastDay);
        }

        return calendar.Options.LastDayRolls ? calendar.CertaintyOf(rawEnd, lastDay) : DayCertainty.Verified;
    }
}
