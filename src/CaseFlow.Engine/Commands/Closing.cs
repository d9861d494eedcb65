using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Lifecycles;

namespace CaseFlow.Engine.Commands;

/// <summary>Meets and voids deadlines.</summary>
internal static class Closing
{
    /// <summary>The duty is done. One that does not run is left alone, and that is recorded.</summary>
    public static void Meet(Draft draft, BoundDeadline deadline, DateTimeOffset? at)
    {
        if (draft.State.OpenClock(deadline.Name) is not { } clock)
        {
            Untouched(draft, deadline, DeadlineEffectName.Meets);
            return;
        }

        var measured = DeadlineCount.CountAsUnsuspended(
            clock.Statement,
            draft.Pack.CalendarOf(deadline.Calendar),
            draft.Pack.OnlyCalendar,
            draft.Circumstances.Time);
        var inTime = IsInTime(draft, measured, at) || WasInTimeWhenSuspended(clock, measured);
        draft.Emit(new DeadlineMet(deadline.Name, clock.Started, draft.Day, at, inTime, measured.LastDay));
    }

    /// <summary>The duty falls away. One that does not run is left alone, and that is recorded.</summary>
    public static void Void(Draft draft, BoundDeadline deadline)
    {
        if (draft.State.OpenClock(deadline.Name) is { } clock)
        {
            draft.Emit(new DeadlineVoided(deadline.Name, clock.Started, draft.Day, VoidReason.Trigger));
        }
        else
        {
            Untouched(draft, deadline, DeadlineEffectName.Voids);
        }
    }

    /// <summary>Records that an effect found nothing to do.</summary>
    public static void Untouched(Draft draft, BoundDeadline deadline, DeadlineEffectName effect)
    {
        var last = draft.State.Clocks.LastOrDefault(clock => clock.Name == deadline.Name);
        draft.Emit(new DeadlineUntouched(deadline.Name, effect, last?.Status));
    }

    // A moment taken over is compared to the tick, everything else by days: a step happens some time in its day.
    private static bool IsInTime(Draft draft, DeadlineStatement measured, DateTimeOffset? at)
    {
        if (measured.TakenOverDueAt is null)
        {
            return draft.Day <= measured.LastDay;
        }

        var instant = at ?? (draft.Day == draft.Circumstances.Today ? draft.Circumstances.Now : null);
        return instant is { } known ? known < measured.BreachesAt : draft.Day <= measured.LastDay;
    }

    private static bool WasInTimeWhenSuspended(DeadlineClock clock, DeadlineStatement measured) =>
        clock.Status == ClockStatus.Suspended && clock.Statement.Suspensions[^1].From <= measured.LastDay;
}
