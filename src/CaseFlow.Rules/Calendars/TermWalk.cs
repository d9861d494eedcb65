using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Calendars;

/// <summary>One term of a walk: what it covers, for the account.</summary>
/// <param name="Term">The term.</param>
/// <param name="After">The day it is counted from, not counted itself.</param>
/// <param name="MonthsEnd">Where its months ended before excluded days were given back; null for days.</param>
/// <param name="End">Its raw end.</param>
internal sealed record WalkedTerm(RuleDuration Term, DateOnly After, DateOnly? MonthsEnd, DateOnly End);

/// <summary>Adds terms to a raw end, passing over excluded days.</summary>
internal sealed class TermWalk
{
    private readonly DateOnly _start;
    private readonly IReadOnlyList<ExcludedInterval> _excluded;
    private readonly WorkingCalendar? _calendar;
    private readonly List<WalkedTerm> _terms = [];
    private readonly bool _countsStart;
    private DateOnly _cursor;

    /// <summary>A walk from <paramref name="start"/>; the intervals are merged.</summary>
    public TermWalk(DateOnly start, IReadOnlyList<ExcludedInterval> excluded, WorkingCalendar? calendar)
    {
        (_start, _excluded, _calendar) = (start, excluded, calendar);
        _countsStart = calendar is { Options.CountsFromNextDay: false } && start > DateOnly.MinValue;
        _cursor = _countsStart ? start.AddDays(-1) : start;
    }

    /// <summary>The raw end so far, inclusive; never before the start.</summary>
    public DateOnly End => _cursor < _start ? _start : _cursor;

    /// <summary>Days not counted that would have been.</summary>
    public int ExcludedDays { get; private set; }

    /// <summary>Whether the start day is counted.</summary>
    public bool CountsStart => _countsStart;

    /// <summary>The terms walked, in order.</summary>
    public IReadOnlyList<WalkedTerm> Terms => _terms;

    /// <summary>Adds a term after those before it.</summary>
    public void Add(RuleDuration term)
    {
        TermCount.DemandNotNegative(term);
        var after = _cursor;
        DateOnly? monthsEnd = null;
        switch (term.Unit)
        {
            case DurationUnit.Day:
                Advance(CalendarDays.All, term.Count, term);
                break;
            case DurationUnit.WorkingDay:
                Advance(TermCount.Working(term, _calendar).WorkingDays, term.Count, term);
                break;
            default:
                monthsEnd = MonthsEnd(term);
                var inside = ExcludedIn(_cursor, monthsEnd.Value);
                (_cursor, ExcludedDays) = (monthsEnd.Value, ExcludedDays + inside);
                Advance(CalendarDays.All, inside, term);
                break;
        }

        _terms.Add(new WalkedTerm(term, after, monthsEnd, _cursor));
    }

    // Counted from the start day itself, a month ends the day before its number comes again.
    private DateOnly MonthsEnd(RuleDuration term)
    {
        var months = MonthSums.MonthsOf(term);
        return _countsStart && _terms.Count == 0 && months > 0
            ? MonthSums.Add(_start, months, clamps: false).AddDays(-1)
            : MonthSums.Add(_cursor, months, _calendar?.Options.MonthsClamp);
    }

    private int ExcludedIn(DateOnly after, DateOnly through)
    {
        var days = 0;
        foreach (var interval in _excluded)
        {
            var from = interval.From > after ? interval.From.DayNumber : after.DayNumber + 1;
            var before = interval.Before <= through ? interval.Before.DayNumber : through.DayNumber + 1;
            days += Math.Max(0, before - from);
        }

        return days;
    }

    private void Advance(DayCounts axis, int count, RuleDuration term)
    {
        var left = count;
        foreach (var interval in _excluded)
        {
            if (interval.Before <= _cursor || interval.Before.DayNumber == _cursor.DayNumber + 1)
            {
                continue;
            }

            if (left == 0 || EndsBefore(axis, left, interval.From))
            {
                break;
            }

            var last = interval.Before.AddDays(-1);
            if (interval.From.DayNumber > _cursor.DayNumber + 1)
            {
                left -= axis.In(_cursor, interval.From.AddDays(-1));
                _cursor = interval.From.AddDays(-1);
            }

            ExcludedDays += axis.In(_cursor, last);
            _cursor = last;
        }

        _cursor = axis.Forward(_cursor, left) ?? throw Beyond(axis, term);
    }

    private bool EndsBefore(DayCounts axis, int left, DateOnly day) =>
        axis.Forward(_cursor, left) is { } end && end < day;

    private Exception Beyond(DayCounts axis, RuleDuration term) =>
        axis is TabledDays ? _calendar!.Past(_calendar.Last) : MonthSums.OutOfRange(_start, term);
}
