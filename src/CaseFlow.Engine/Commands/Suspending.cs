using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Commands;

/// <summary>Suspends and resumes deadlines: days from the one on to before the other do not count.</summary>
internal static class Suspending
{
    /// <summary>Stops a running deadline from a day on, which may lie back but not ahead of the step.</summary>
    public static void Suspend(Draft draft, BoundDeadline deadline, BoundExpression from, BoundTrigger trigger)
    {
        if (draft.State.OpenClock(deadline.Name) is not { Status: ClockStatus.Running } clock)
        {
            Closing.Untouched(draft, deadline, DeadlineEffectName.Suspends);
            return;
        }

        if (DayOf(draft, deadline, from) is not { } day)
        {
            return;
        }

        if (day > draft.Day)
        {
            draft.Refuse(Wrong(EngineCodes.SuspendedFromFuture, deadline, day, draft.Day));
            return;
        }

        var before = clock.Statement.Suspensions;
        if (before.Count > 0 && day < before[^1].Resumed)
        {
            draft.Refuse(Wrong(EngineCodes.SuspensionsOverlap, deadline, day, before[^1].Resumed!.Value));
            return;
        }

        var statement = clock.Statement with
        {
            Suspensions = [.. before, new StatedSuspension(day, null, trigger.Name)],
        };
        draft.Emit(new DeadlineSuspended(deadline.Name, clock.Started, day, draft.Count(deadline, statement)));
    }

    /// <summary>Lets a suspended deadline run again from a day on.</summary>
    public static void Resume(Draft draft, BoundDeadline deadline, BoundExpression from)
    {
        if (draft.State.OpenClock(deadline.Name) is not { Status: ClockStatus.Suspended } clock)
        {
            Closing.Untouched(draft, deadline, DeadlineEffectName.Resumes);
            return;
        }

        if (DayOf(draft, deadline, from) is not { } day)
        {
            return;
        }

        var suspension = clock.Statement.Suspensions[^1];
        if (day < suspension.From)
        {
            draft.Refuse(Wrong(EngineCodes.ResumedTooEarly, deadline, day, suspension.From));
            return;
        }

        var statement = clock.Statement with
        {
            Suspensions = [.. clock.Statement.Suspensions.SkipLast(1), suspension with { Resumed = day }],
        };
        draft.Emit(new DeadlineResumed(deadline.Name, clock.Started, day, draft.Count(deadline, statement)));
    }

    private static DateOnly? DayOf(Draft draft, BoundDeadline deadline, BoundExpression from)
    {
        switch (draft.Evaluation.Value(from))
        {
            case DateValue day:
                return day.Value;
            case UnknownValue unknown:
                draft.RefuseUnknown(EngineCodes.ValueUnknown, deadline.Name, unknown, deadline.Cites);
                return null;
            default:
                draft.Refuse(EngineCodes.NotADate, deadline.Name, deadline.Name);
                return null;
        }
    }

    private static Problem Wrong(string code, BoundDeadline deadline, DateOnly day, DateOnly other) =>
        new(code, deadline.Name, [deadline.Name, EffectiveDay.Text(day), EffectiveDay.Text(other)])
        {
            Cites = Citations.Of(deadline.Cites),
        };
}
