namespace CaseFlow.Rules.Calendars;

/// <summary>Days counted along one axis: all days, or working days only.</summary>
internal abstract class DayCounts
{
    /// <summary>Whether a day is counted.</summary>
    public abstract bool Counts(DateOnly day);

    /// <summary>How many days are counted in (<paramref name="after"/>, <paramref name="through"/>].</summary>
    /// <exception cref="PastHorizonException">A day of the interval lies outside the data.</exception>
    public abstract int In(DateOnly after, DateOnly through);

    /// <summary>
    /// The <paramref name="count"/>-th counted day after <paramref name="day"/>; null where that lies outside the data.
    /// </summary>
    public abstract DateOnly? Forward(DateOnly day, int count);

    /// <summary>
    /// The <paramref name="count"/>-th counted day before <paramref name="day"/>; null where that lies outside the
    /// data.
    /// </summary>
    public abstract DateOnly? Back(DateOnly day, int count);
}

/// <summary>Every day counts.</summary>
internal sealed class CalendarDays : DayCounts
{
    /// <summary>The one such axis.</summary>
    public static CalendarDays All { get; } = new();

    /// <inheritdoc/>
    public override bool Counts(DateOnly day) => true;

    /// <inheritdoc/>
    public override int In(DateOnly after, DateOnly through) => through.DayNumber - after.DayNumber;

    /// <inheritdoc/>
    public override DateOnly? Forward(DateOnly day, int count) => DayNumbers.At((long)day.DayNumber + count);

    /// <inheritdoc/>
    public override DateOnly? Back(DateOnly day, int count) => DayNumbers.At((long)day.DayNumber - count);
}

/// <summary>Working days of a week that repeats for ever: weekends are the only rest days.</summary>
internal sealed class WeekDays : DayCounts
{
    private const int Week = 7;
    private readonly bool[] _works = new bool[Week];
    private readonly int _each;

    /// <summary>Day 0 (0001-01-01) is a Monday.</summary>
    public WeekDays(IReadOnlyList<DayOfWeek> weekend)
    {
        for (var day = 0; day < Week; day++)
        {
            _works[day] = !weekend.Contains(DateOnly.FromDayNumber(day).DayOfWeek);
            _each += _works[day] ? 1 : 0;
        }
    }

    /// <inheritdoc/>
    public override bool Counts(DateOnly day) => _works[day.DayNumber % Week];

    /// <inheritdoc/>
    public override int In(DateOnly after, DateOnly through) => Through(through) - Through(after);

    /// <inheritdoc/>
    public override DateOnly? Forward(DateOnly day, int count) =>
        count == 0 ? day : At((long)Through(day) + count);

    /// <inheritdoc/>
    public override DateOnly? Back(DateOnly day, int count) =>
        count == 0 ? day : At((long)Through(day) - (Counts(day) ? 1 : 0) - count + 1);

    private int Through(DateOnly day)
    {
        var (weeks, rest) = Math.DivRem(day.DayNumber + 1, Week);
        return weeks * _each + _works.Take(rest).Count(works => works);
    }

    // The day that is the rank-th working day, from 1.
    private DateOnly? At(long rank)
    {
        if (rank < 1 || _each == 0)
        {
            return null;
        }

        var (weeks, left) = Math.DivRem(rank - 1, _each);
        var day = Array.FindIndex(_works, works => works && left-- == 0);
        return DayNumbers.At(weeks * Week + day);
    }
}

/// <summary>Working days of a span of whole years, from tables.</summary>
internal sealed class TabledDays : DayCounts
{
    private readonly string _calendar;
    private readonly DateOnly _first;
    private readonly int[] _through;
    private readonly DateOnly[] _days;

    /// <summary>Asks <paramref name="works"/> once for each day.</summary>
    public TabledDays(string calendar, DateOnly first, DateOnly last, Func<DateOnly, bool> works)
    {
        (_calendar, _first) = (calendar, first);
        _through = new int[last.DayNumber - first.DayNumber + 2];
        var days = new List<DateOnly>();
        for (var index = 1; index < _through.Length; index++)
        {
            var day = first.AddDays(index - 1);
            if (works(day))
            {
                days.Add(day);
            }

            _through[index] = days.Count;
        }

        _days = [.. days];
    }

    private DateOnly Last => _first.AddDays(_through.Length - 2);

    /// <inheritdoc/>
    public override bool Counts(DateOnly day) => Through(day) > Before(day);

    /// <inheritdoc/>
    public override int In(DateOnly after, DateOnly through) => Through(through) - Through(after);

    /// <inheritdoc/>
    public override DateOnly? Forward(DateOnly day, int count) =>
        count == 0 ? day : At((long)Through(day) + count);

    /// <inheritdoc/>
    public override DateOnly? Back(DateOnly day, int count) =>
        count == 0 ? day : At((long)Before(day) - count + 1);

    private DateOnly? At(long rank) => rank >= 1 && rank <= _days.Length ? _days[rank - 1] : null;

    // Working days up to and with the day; the day before the first is allowed, being the start of (after, through].
    private int Through(DateOnly day) => At(day, day.DayNumber - _first.DayNumber + 1);

    private int Before(DateOnly day) => At(day, day.DayNumber - _first.DayNumber);

    private int At(DateOnly day, int index) =>
        index >= 0 && index < _through.Length
            ? _through[index]
            : throw new PastHorizonException(day, _calendar, _first, Last);
}

/// <summary>Days by number.</summary>
internal static class DayNumbers
{
    /// <summary>The day of that number, or null where the calendar of years 1 to 9999 has none.</summary>
    public static DateOnly? At(long number) =>
        number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
}
