using CaseFlow.Rules.Calendars;

namespace CaseFlow.Engine.Deadlines;

/// <summary>What a stretch of days is in a deadline's count.</summary>
public enum StatedStepKind
{
    /// <summary>The day counted from; not counted.</summary>
    Anchor,

    /// <summary>Days that count.</summary>
    Counted,

    /// <summary>Rest days and holidays that do not count, in a term of working days.</summary>
    RestDays,

    /// <summary>Days of a suspension; not counted.</summary>
    Suspended,

    /// <summary>Rest days over which the last day moves forward.</summary>
    Rolled,
}

/// <summary>A stretch of days of a deadline's count.</summary>
/// <param name="Kind">What the days are.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="Through">Last day, inclusive.</param>
/// <param name="Count">How many days it adds to the count.</param>
/// <param name="Name">The holiday's name where it has one, or what suspended.</param>
/// <param name="Certainty">How sure the holiday data of these days is.</param>
public sealed record StatedStep(
    StatedStepKind Kind, DateOnly From, DateOnly Through, int Count, string? Name, DayCertainty Certainty);
