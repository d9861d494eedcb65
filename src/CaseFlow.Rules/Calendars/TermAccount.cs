using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Calendars;

/// <summary>Tells day by day how a term was counted, equal days in a row drawn together.</summary>
internal sealed class TermAccount
{
    private readonly IReadOnlyList<ExcludedInterval> _excluded;
    private readonly WorkingCalendar? _calendar;
    private readonly List<TermStep> _steps = [];

    private TermAccount(IReadOnlyList<ExcludedInterval> excluded, WorkingCalendar? calendar) =>
        (_excluded, _calendar) = (excluded, calendar);

    /// <summary>The account of a term counted forward.</summary>
    public static IReadOnlyList<TermStep> Of(
        DateOnly start,
        DateOnly lastDay,
        TermWalk walk,
        IReadOnlyList<ExcludedInterval> excluded,
        WorkingCalendar? calendar)
    {
        var account = new TermAccount(excluded, calendar);
        if (!walk.CountsStart)
        {
            account._steps.Add(new TermStep(TermStepKind.StartExcluded, start, start, 0));
        }

        foreach (var term in walk.Terms)
        {
            account.AddTerm(term);
        }

        account.AddRoll(walk.End, lastDay);
        return account._steps;
    }

    /// <summary>The account of a term counted back, from the anchor to the last day.</summary>
    public static IReadOnlyList<TermStep> OfBack(
        DateOnly anchor, DateOnly end, RuleDuration term, WorkingCalendar? calendar)
    {
        var account = new TermAccount([], calendar);
        account._steps.Add(new TermStep(TermStepKind.TermBegins, anchor, anchor, 0) { Term = term });
        account._steps.Add(new TermStep(TermStepKind.StartExcluded, anchor, anchor, 0));
        if (term.Unit is DurationUnit.Month or DurationUnit.Year)
        {
            account._steps.Add(new TermStep(TermStepKind.MonthsAdded, end, anchor, term.Count));
            return account._steps;
        }

        for (var day = anchor; day > end;)
        {
            day = day.AddDays(-1);
            account.AddBack(account.Step(day, term.Unit == DurationUnit.WorkingDay));
        }

        return account._steps;
    }

    private void AddTerm(WalkedTerm walked)
    {
        _steps.Add(new TermStep(TermStepKind.TermBegins, walked.After, walked.After, 0) { Term = walked.Term });
        if (walked.End <= walked.After)
        {
            return;
        }

        var first = walked.After.AddDays(1);
        var from = first;
        if (walked.MonthsEnd is { } monthsEnd)
        {
            _steps.Add(new TermStep(TermStepKind.MonthsAdded, first, monthsEnd, walked.Term.Count));
            AddDays(first, monthsEnd, false, step => step.Kind == TermStepKind.IntervalExcluded);
            if (walked.End == monthsEnd)
            {
                return;
            }

            from = monthsEnd.AddDays(1);
        }

        AddDays(from, walked.End, walked.Term.Unit == DurationUnit.WorkingDay, _ => true);
    }

    private void AddDays(DateOnly from, DateOnly through, bool isWorking, Func<TermStep, bool> wanted)
    {
        for (var number = from.DayNumber; number <= through.DayNumber; number++)
        {
            var step = Step(DateOnly.FromDayNumber(number), isWorking);
            if (wanted(step))
            {
                Add(step);
            }
        }
    }

    private void AddRoll(DateOnly rawEnd, DateOnly lastDay)
    {
        if (lastDay == rawEnd)
        {
            return;
        }

        var resting = new TermAccount([], _calendar);
        resting.AddDays(rawEnd, lastDay.AddDays(-1), true, _ => true);
        _steps.AddRange(resting._steps);
        _steps.Add(new TermStep(TermStepKind.Rolled, rawEnd, lastDay, 0));
    }

    private TermStep Step(DateOnly day, bool isWorking)
    {
        var counts = !isWorking || _calendar!.WorkingDays.Counts(day);
        foreach (var interval in _excluded)
        {
            if (interval.Contains(day))
            {
                return new TermStep(TermStepKind.IntervalExcluded, day, day, counts ? 1 : 0) { Name = interval.Reason };
            }
        }

        var entry = isWorking ? _calendar!.EntryOn(day) : null;
        return new TermStep(KindOf(counts, entry), day, day, counts ? 1 : 0)
        {
            Name = entry?.Name,
            Entry = entry?.Kind,
            Certainty = entry?.Certainty ?? DayCertainty.Verified,
        };
    }

    private static TermStepKind KindOf(bool counts, CalendarEntry? entry) => (counts, entry?.Kind) switch
    {
        (true, CalendarEntryKind.MakeUpWorkday) => TermStepKind.MakeUpDayCounted,
        (true, CalendarEntryKind.AwaitingEnactment) => TermStepKind.AwaitingDayCounted,
        (true, _) => TermStepKind.Counted,
        (false, null or CalendarEntryKind.AwaitingEnactment) => TermStepKind.WeekendSkipped,
        _ => TermStepKind.HolidaySkipped,
    };

    private void Add(TermStep step)
    {
        if (_steps.Count > 0 && Joins(_steps[^1], step) && _steps[^1].Through.AddDays(1) == step.From)
        {
            var last = _steps[^1];
            _steps[^1] = last with { Through = step.Through, Count = last.Count + step.Count };
        }
        else
        {
            _steps.Add(step);
        }
    }

    private void AddBack(TermStep step)
    {
        if (Joins(_steps[^1], step) && _steps[^1].From.AddDays(-1) == step.From)
        {
            var last = _steps[^1];
            _steps[^1] = last with { From = step.From, Count = last.Count + step.Count };
        }
        else
        {
            _steps.Add(step);
        }
    }

    private static bool Joins(TermStep last, TermStep next) =>
        last.Kind == next.Kind && last.Name == next.Name
            && last.Entry == next.Entry && last.Certainty == next.Certainty;
}
