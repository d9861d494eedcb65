using CaseFlow.Rules.Calendars;

namespace CaseFlow.Engine.Deadlines;

/// <summary>
/// How the date of a deadline came about: what was counted, from when, with which days left out, and what it rests on.
/// A value that is stored with the deadline and can be printed for ever.
/// </summary>
public sealed record DeadlineStatement
{
    /// <summary>The deadline's name in the pack.</summary>
    public required string Deadline { get; init; }

    /// <summary>True for a waiting period.</summary>
    public bool IsWaitingPeriod { get; init; }

    /// <summary>True: the last day is the anchor minus the term; the anchor is excluded and nothing rolls.</summary>
    public bool CountedBack { get; init; }

    /// <summary>
    /// Path of the fact, or name of the definition, counted from; null where the due moment was taken over.
    /// </summary>
    public string? AnchorName { get; init; }

    /// <summary>The day counted from; itself not counted. Null where the due moment was taken over.</summary>
    public DateOnly? Anchor { get; init; }

    /// <summary>How sure the anchor is.</summary>
    public DayCertainty AnchorCertainty { get; init; }

    /// <summary>Name of the calendar, or null for plain days.</summary>
    public string? Calendar { get; init; }

    /// <summary>
    /// The term and its extensions, in the order they were set; empty where the due moment was taken over.
    /// </summary>
    public IReadOnlyList<StatedTerm> Terms { get; init; } = [];

    /// <summary>Suspensions in order; the last may still last.</summary>
    public IReadOnlyList<StatedSuspension> Suspensions { get; init; } = [];

    /// <summary>Articles of the deadline's own declaration.</summary>
    public IReadOnlyList<string> Cites { get; init; } = [];

    /// <summary>The due moment as taken over, to the tick; null where the days were counted.</summary>
    public DateTimeOffset? TakenOverDueAt { get; init; }

    /// <summary>The day on which the count ends before it rolls; null while suspended or where taken over.</summary>
    public DateOnly? RawEnd { get; init; }

    /// <summary>How many days of suspension were left out.</summary>
    public int ExcludedDays { get; init; }

    /// <summary>The last day, inclusive; null while suspended: then there is none.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The last working day not after <see cref="LastDay"/>; only for those counted back.</summary>
    public DateOnly? LastWorkingDay { get; init; }

    /// <summary>The first instant after the due moment; null while suspended.</summary>
    public DateTimeOffset? BreachesAt { get; init; }

    /// <summary>How sure the holiday data is that the date crosses: an estimate is marked.</summary>
    public DayCertainty Certainty { get; init; }

    /// <summary>
    /// What was counted and what was left out, in order of days. Kept in the history and in the deadline's row; the
    /// case's own document leaves it out.
    /// </summary>
    public IReadOnlyList<TermStep> Steps { get; init; } = [];

    /// <summary>The first day after the last one; null while suspended.</summary>
    public DateOnly? FirstDayAfter() => LastDay?.AddDays(1);
}
