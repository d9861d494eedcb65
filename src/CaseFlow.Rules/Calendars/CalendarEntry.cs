using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Calendars;

/// <summary>What a row of holiday data says of its day.</summary>
public enum CalendarEntryKind
{
    /// <summary>A public holiday: rest.</summary>
    Holiday,

    /// <summary>A working day off because a holiday fell on a rest day (BLLĐ art 111 cl 3): rest.</summary>
    Compensatory,

    /// <summary>A working day exchanged for a make-up day: rest.</summary>
    Swapped,

    /// <summary>A rest day that is worked to make up for a swapped one: working day.</summary>
    MakeUpWorkday,

    /// <summary>
    /// A day announced as a holiday whose law has not been enacted. Counted as an ordinary day; a question for the day
    /// itself is answered unknown, and asks for configuration.
    /// </summary>
    AwaitingEnactment,
}

/// <summary>A day of the holiday data.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record CalendarEntry(DateOnly Day, string Name, CalendarEntryKind Kind, DayCertainty Certainty)
{
    /// <summary>Whether the day is a rest day whatever day of the week it is.</summary>
    public bool IsRest =>
        Kind is CalendarEntryKind.Holiday or CalendarEntryKind.Compensatory or CalendarEntryKind.Swapped;
}

/// <summary>A day of the lunar year, looked up and never computed.</summary>
/// <param name="Year">The year of <paramref name="Day"/>.</param>
/// <param name="Lunar">Day and month of the lunar year, `1/1`.</param>
/// <param name="Day">The day.</param>
/// <param name="Certainty">How sure it is.</param>
public sealed record LunarDay(int Year, string Lunar, DateOnly Day, DayCertainty Certainty);

/// <summary>Holiday data as read.</summary>
/// <param name="Entries">The rows that could be read, in order of date.</param>
/// <param name="Diagnostics">What could not be read, in order of line; the span's line is the row's.</param>
public sealed record CalendarReadResult(
    IReadOnlyList<CalendarEntry> Entries, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Lunar days as read.</summary>
/// <param name="Days">The rows that could be read, in order of date.</param>
/// <param name="Diagnostics">What could not be read, in order of line.</param>
public sealed record LunarReadResult(IReadOnlyList<LunarDay> Days, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Whether a day is worked.</summary>
public enum DayState
{
    /// <summary>A working day.</summary>
    Working,

    /// <summary>A rest day.</summary>
    Rest,

    /// <summary>Not settled by law yet: someone must configure it.</summary>
    Unknown,
}

/// <summary>The answer to a question for one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="State">Working, rest or unknown.</param>
/// <param name="Entry">What the data says of the day, or null for an ordinary one.</param>
public sealed record DayAnswer(DateOnly Day, DayState State, CalendarEntry? Entry)
{
    /// <summary>True where the law is not enacted and the agency must say how it takes the day.</summary>
    public bool RequiresConfiguration => State == DayState.Unknown;

    /// <summary>How sure the answer is.</summary>
    public DayCertainty Certainty => Entry?.Certainty ?? DayCertainty.Verified;
}
