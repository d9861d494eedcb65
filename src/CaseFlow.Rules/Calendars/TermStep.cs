using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Calendars;

/// <summary>What happened to a run of days while a term was counted.</summary>
public enum TermStepKind
{
    /// <summary>A term, or an extension after it, begins: <see cref="TermStep.Term"/>. Covers no day.</summary>
    TermBegins,

    /// <summary>The day of the event, not counted (BLDS art 147).</summary>
    StartExcluded,

    /// <summary>Days counted one by one.</summary>
    Counted,

    /// <summary>
    /// Whole months or years added at once, up to and with the last day; intervals excluded inside follow.
    /// </summary>
    MonthsAdded,

    /// <summary>
    /// Weekly rest days that a count of working days passes over, or on which the last day may not fall.
    /// </summary>
    WeekendSkipped,

    /// <summary>Holidays, compensatory and swapped days, likewise.</summary>
    HolidaySkipped,

    /// <summary>A rest day of the week that is worked and counted.</summary>
    MakeUpDayCounted,

    /// <summary>A day awaiting enactment, counted as an ordinary one.</summary>
    AwaitingDayCounted,

    /// <summary>Days of an excluded interval; the count is of days that would have counted.</summary>
    IntervalExcluded,

    /// <summary>
    /// The last day moves from <see cref="TermStep.From"/> to <see cref="TermStep.Through"/> (BLDS art 148).
    /// </summary>
    Rolled,
}

/// <summary>A run of days of the account.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="From">First day.</param>
/// <param name="Through">Last day, inclusive.</param>
/// <param name="Count">Days counted, or for an excluded interval days not counted; months for months; 0 where nothing
/// counts.</param>
public sealed record TermStep(TermStepKind Kind, DateOnly From, DateOnly Through, int Count)
{
    /// <summary>The holiday's name or the interval's reason; null where the days have none.</summary>
    public string? Name { get; init; }

    /// <summary>What the data says of the days, where it says something.</summary>
    public CalendarEntryKind? Entry { get; init; }

    /// <summary>How sure that is.</summary>
    public DayCertainty Certainty { get; init; }

    /// <summary>The term that begins; null for the other kinds.</summary>
    public RuleDuration? Term { get; init; }
}
