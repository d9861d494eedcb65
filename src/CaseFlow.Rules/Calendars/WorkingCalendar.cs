using System.Security.Cryptography;
using System.Text;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Calendars;

/// <summary>
/// Working days, rest days and holidays of a span of years, as data. Immutable and safe to share between threads. A day
/// outside the span is an error (<see cref="PastHorizonException"/>), never a guess. Without holiday data the weekends
/// are the only rest days and the span has no end.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly IReadOnlyList<CalendarEntry> _entries;
    private readonly Dictionary<DateOnly, CalendarEntry> _byDay;
    private readonly IReadOnlyList<LunarDay> _lunar;
    private readonly bool _isBounded;

    /// <summary>A calendar from its declaration and its data.</summary>
    /// <param name="options">Weekend, counting and rolling.</param>
    /// <param name="entries">The holiday data in order of date; null where the calendar has none.</param>
    /// <param name="lunarDays">Days of the lunar years in order of date, or null.</param>
    public WorkingCalendar(
        CalendarSymbol options, IReadOnlyList<CalendarEntry>? entries = null, IReadOnlyList<LunarDay>? lunarDays = null)
    {
        Options = options;
        _entries = entries ?? [];
        _byDay = _entries.ToDictionary(entry => entry.Day);
        _lunar = lunarDays ?? [];
        _isBounded = _entries.Count > 0;
        First = _isBounded ? new DateOnly(_entries[0].Day.Year, 1, 1) : DateOnly.MinValue;
        Last = _isBounded ? new DateOnly(_entries[^1].Day.Year, 12, 31) : DateOnly.MaxValue;
        WorkingDays = _isBounded
            ? new TabledDays(options.Name, First, Last, Works)
            : new WeekDays(options.Weekend);
        Version = HashOf(options, _entries, _lunar);
    }

    /// <summary>Weekend, counting and rolling as the pack declares them.</summary>
    public CalendarSymbol Options { get; }

    /// <summary>First day of the data.</summary>
    public DateOnly First { get; }

    /// <summary>Last day of the data, inclusive.</summary>
    public DateOnly Last { get; }

    /// <summary>`sha256:` and the hash over weekend and data: two calendars of one version answer alike.</summary>
    public string Version { get; }

    /// <summary>The days that the data name, in order.</summary>
    internal IReadOnlyList<CalendarEntry> Entries => _entries;

    /// <summary>The axis of working days.</summary>
    internal DayCounts WorkingDays { get; }

    /// <summary>
    /// Whether a day is counted as a working day. A day awaiting enactment counts as an ordinary one.
    /// </summary>
    /// <exception cref="PastHorizonException">The day lies outside the data.</exception>
    public bool IsWorkingDay(DateOnly day)
    {
        Demand(day);
        return WorkingDays.Counts(day);
    }

    /// <summary>What is known of one day; a day awaiting enactment is unknown.</summary>
    /// <exception cref="PastHorizonException">The day lies outside the data.</exception>
    public DayAnswer Ask(DateOnly day)
    {
        Demand(day);
        var entry = EntryOn(day);
        var state = entry?.Kind == CalendarEntryKind.AwaitingEnactment ? DayState.Unknown
            : WorkingDays.Counts(day) ? DayState.Working
            : DayState.Rest;
        return new DayAnswer(day, state, entry);
    }

    /// <summary>The day that a lunar day falls on in a year, or null where the data has none.</summary>
    /// <param name="lunar">Day and month of the lunar year, `1/1` or `10/3`.</param>
    /// <param name="year">The year that the day lies in.</param>
    public LunarDay? LunarDate(string lunar, int year) =>
        _lunar.FirstOrDefault(day => day.Year == year && day.Lunar == lunar);

    /// <summary>How many working days lie in (<paramref name="after"/>, <paramref name="through"/>].</summary>
    /// <exception cref="PastHorizonException">A day of the interval lies outside the data.</exception>
    public int WorkingDaysIn(DateOnly after, DateOnly through) => WorkingDays.In(after, through);

    /// <summary>The day itself where it is a working day, else the next one.</summary>
    /// <exception cref="PastHorizonException">That day lies outside the data.</exception>
    public DateOnly FirstWorkingDayOnOrAfter(DateOnly day) =>
        IsWorkingDay(day) ? day : WorkingDays.Forward(day, 1) ?? throw Past(Last);

    /// <summary>The day itself where it is a working day, else the one before.</summary>
    /// <exception cref="PastHorizonException">That day lies outside the data.</exception>
    public DateOnly LastWorkingDayOnOrBefore(DateOnly day) =>
        IsWorkingDay(day) ? day : WorkingDays.Back(day, 1) ?? throw new PastHorizonException(
            First, Options.Name, First, Last);

    /// <summary>What the data says of a day, or null for an ordinary one.</summary>
    internal CalendarEntry? EntryOn(DateOnly day) => _byDay.GetValueOrDefault(day);

    /// <summary>
    /// The worst certainty of the data on any day from <paramref name="from"/> to <paramref name="through"/>, both
    /// inclusive.
    /// </summary>
    internal DayCertainty CertaintyOf(DateOnly from, DateOnly through)
    {
        var worst = DayCertainty.Verified;
        for (var index = FirstEntryOnOrAfter(from); index < _entries.Count && _entries[index].Day <= through; index++)
        {
            worst = _entries[index].Certainty > worst ? _entries[index].Certainty : worst;
        }

        return worst;
    }

    /// <summary>The fault of an answer that lies past the last day of the data.</summary>
    internal PastHorizonException Past(DateOnly lastKnown) =>
        new(lastKnown < DateOnly.MaxValue ? lastKnown.AddDays(1) : lastKnown, Options.Name, First, Last);

    private bool Works(DateOnly day) => _byDay.GetValueOrDefault(day)?.Kind switch
    {
        CalendarEntryKind.Holiday or CalendarEntryKind.Compensatory or CalendarEntryKind.Swapped => false,
        CalendarEntryKind.MakeUpWorkday => true,
        _ => !Options.Weekend.Contains(day.DayOfWeek),
    };

    private void Demand(DateOnly day)
    {
        if (day < First || day > Last)
        {
            throw new PastHorizonException(day, Options.Name, First, Last);
        }
    }

    private int FirstEntryOnOrAfter(DateOnly day)
    {
        var (low, high) = (0, _entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _entries[middle].Day < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static string HashOf(
        CalendarSymbol options, IReadOnlyList<CalendarEntry> entries, IReadOnlyList<LunarDay> lunarDays)
    {
        var text = new StringBuilder().AppendJoin(',', options.Weekend.Order()).Append('\n');
        foreach (var entry in entries)
        {
            text.Append(entry.Day.DayNumber).Append('|').Append(entry.Kind).Append('|')
                .Append(entry.Certainty).Append('|').Append(entry.Name).Append('\n');
        }

        foreach (var day in lunarDays)
        {
            text.Append(day.Year).Append('|').Append(day.Lunar).Append('|')
                .Append(day.Day.DayNumber).Append('|').Append(day.Certainty).Append('\n');
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
