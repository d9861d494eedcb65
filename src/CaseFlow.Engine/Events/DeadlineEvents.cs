using CaseFlow.Engine.Deadlines;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Events;

/// <summary>A deadline or waiting period began to run. Its identity is the sequence of this event.</summary>
/// <param name="Statement">Term, anchor, deciding rules, articles, and how the date came about.</param>
public sealed record DeadlineStarted(DeadlineStatement Statement) : CaseEvent;

/// <summary>Why a deadline did not start.</summary>
public enum NotStartedReason
{
    /// <summary>The decision about its term does not apply to the case.</summary>
    NotApplicable,

    /// <summary>The decision sets no term.</summary>
    NoTerm,

    /// <summary>The day to count from is known to be missing.</summary>
    NoAnchor,

    /// <summary>The deadline was not in force on the day of the step.</summary>
    NotInForce,
}

/// <summary>A deadline was to start and did not.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Reason">Why.</param>
/// <param name="Rules">The rules that decided so.</param>
/// <param name="Cites">Their articles.</param>
public sealed record DeadlineNotStarted(
    string Deadline, NotStartedReason Reason, IReadOnlyList<string> Rules, IReadOnlyList<string> Cites) : CaseEvent;

/// <summary>A duty was done, or a waiting period ended by the case itself.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Started">Sequence of its start.</param>
/// <param name="On">The local day on which it was done.</param>
/// <param name="At">The exact instant, where it is known.</param>
/// <param name="InTime">
/// Whether that was on or before the last day, or before the breach instant of a moment taken over.
/// </param>
/// <param name="LastDay">The last day it was measured by.</param>
public sealed record DeadlineMet(
    string Deadline, int Started, DateOnly On, DateTimeOffset? At, bool InTime, DateOnly? LastDay) : CaseEvent;

/// <summary>Why a deadline fell away.</summary>
public enum VoidReason
{
    /// <summary>A trigger voided it.</summary>
    Trigger,

    /// <summary>The same deadline started anew.</summary>
    StartedAnew,
}

/// <summary>A duty fell away.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Started">Sequence of its start.</param>
/// <param name="On">The local day from which it falls away.</param>
/// <param name="Reason">Why.</param>
public sealed record DeadlineVoided(string Deadline, int Started, DateOnly On, VoidReason Reason) : CaseEvent;

/// <summary>A deadline stands still: from a day on, days do not count.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Started">Sequence of its start.</param>
/// <param name="From">First day that does not count; may lie before the day of recording.</param>
/// <param name="Statement">The statement from now on: without a due day.</param>
public sealed record DeadlineSuspended(
    string Deadline, int Started, DateOnly From, DeadlineStatement Statement) : CaseEvent;

/// <summary>A deadline runs again.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Started">Sequence of its start.</param>
/// <param name="From">First day that counts again.</param>
/// <param name="Statement">The statement from now on.</param>
public sealed record DeadlineResumed(
    string Deadline, int Started, DateOnly From, DeadlineStatement Statement) : CaseEvent;

/// <summary>A deadline was extended.</summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Started">Sequence of its start.</param>
/// <param name="By">By how much.</param>
/// <param name="Number">Which extension it is, from 1.</param>
/// <param name="TimesAtMost">How many the law allowed on the day of the step.</param>
/// <param name="Statement">The statement from now on.</param>
public sealed record DeadlineExtended(
    string Deadline, int Started, RuleDuration By, int Number, int TimesAtMost, DeadlineStatement Statement)
    : CaseEvent;

/// <summary>What was to be done to a deadline.</summary>
public enum DeadlineEffectName
{
    /// <summary>meets.</summary>
    Meets,

    /// <summary>voids.</summary>
    Voids,

    /// <summary>suspends.</summary>
    Suspends,

    /// <summary>resumes.</summary>
    Resumes,

    /// <summary>extends.</summary>
    Extends,
}

/// <summary>
/// An effect met a deadline that it could do nothing to: not running, or already suspended, or not suspended.
/// </summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Effect">What was to be done.</param>
/// <param name="Status">How it stood; null where it never started.</param>
public sealed record DeadlineUntouched(string Deadline, DeadlineEffectName Effect, ClockStatus? Status) : CaseEvent;

/// <summary>
/// A duty was not done in time. Recorded once for a deadline; it stays in the history whatever comes after.
/// </summary>
/// <param name="Deadline">The deadline.</param>
/// <param name="Started">Sequence of its start.</param>
/// <param name="LastDay">The last day.</param>
/// <param name="BreachesAt">The first instant after the due moment, UTC.</param>
/// <param name="ObservedAt">When the engine saw it, UTC.</param>
public sealed record DeadlineBreached(
    string Deadline, int Started, DateOnly LastDay, DateTimeOffset BreachesAt, DateTimeOffset ObservedAt) : CaseEvent;

/// <summary>A waiting period is over.</summary>
/// <param name="Deadline">The waiting period.</param>
/// <param name="Started">Sequence of its start.</param>
/// <param name="LastDay">Its last day.</param>
public sealed record WaitingPeriodEnded(string Deadline, int Started, DateOnly LastDay) : CaseEvent;
