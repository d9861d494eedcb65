using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Commands;

/// <summary>
/// Decides about a timer that has come due. It is asked anew against the case as it stands: a timer that has become
/// void changes nothing.
/// </summary>
internal static class TimerFiring
{
    /// <summary>The events, none for a void timer; or why the timer cannot be read.</summary>
    public static Decision Decide(CaseState state, FireTimer timer, Circumstances circumstances)
    {
        if (TimerKey.Read(timer.Timer) is not { } key)
        {
            return new Refused(
                CommandStatus.Malformed, [new Problem(EngineCodes.UnreadableTimer, timer.Timer, [timer.Timer])]);
        }

        var facts = ToldFacts.Known(state, circumstances.Pack);
        var draft = new Draft(state, facts, timer, circumstances.Today, circumstances);
        if (state.ClockOf(key.Started) is { Status: ClockStatus.Running } clock)
        {
            Fire(draft, clock, key, timer);
        }

        return draft.Conclude();
    }

    private static void Fire(Draft draft, DeadlineClock clock, TimerKey key, FireTimer timer)
    {
        switch (key)
        {
            case StepTimer step:
                StepFiring.Fire(draft, clock, step, timer.DueAt);
                break;
            case BreachTimer when !clock.Statement.IsWaitingPeriod && clock.BreachedAt is null && IsOver(draft, clock):
                Breach(draft, clock);
                break;
            case EndTimer when clock.Statement.IsWaitingPeriod && IsOver(draft, clock):
                var lastDay = clock.Statement.LastDay!.Value;
                draft.Emit(new WaitingPeriodEnded(clock.Name, clock.Started, lastDay), lastDay.AddDays(1));
                break;
        }
    }

    private static bool IsOver(Draft draft, DeadlineClock clock) =>
        clock.Statement.BreachesAt is { } instant && instant <= draft.Circumstances.Now;

    private static void Breach(Draft draft, DeadlineClock clock)
    {
        var breachesAt = clock.Statement.BreachesAt!.Value;
        draft.Emit(
            new DeadlineBreached(
                clock.Name,
                clock.Started,
                clock.Statement.LastDay!.Value,
                breachesAt,
                draft.Circumstances.Now.ToUniversalTime()),
            draft.Circumstances.Time.DayOf(breachesAt));
    }
}
