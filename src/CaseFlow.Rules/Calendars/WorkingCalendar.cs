namespace CaseFlow.Rules.Calendars;

/// <summary>
/// Working days, rest days and holidays of a span of years, as data. Immutable and safe to share between threads.
/// A day outside the span is an error (<see cref="PastHorizonException"/>), never a guess.
/// </summary>
public sealed partial class WorkingCalendar;

/// <summary>A day was asked for that lies outside the calendar's data (CF4005).</summary>
public sealed class PastHorizonException(DateOnly day, DateOnly first, DateOnly last)
    : Exception("The day lies outside the holiday data.")
{
    /// <summary>The day asked for.</summary>
    public DateOnly Day { get; } = day;

    /// <summary>First day of the data.</summary>
    public DateOnly First { get; } = first;

    /// <summary>Last day of the data.</summary>
    public DateOnly Last { get; } = last;
}
