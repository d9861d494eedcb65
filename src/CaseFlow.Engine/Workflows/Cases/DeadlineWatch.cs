using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Rules.Binding.Lifecycles;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>Looks how a deadline of a case stands, by the case's own clocks.</summary>
internal sealed class DeadlineWatch(CaseAtHand found, AgencyTime time, DateTimeOffset now)
{
    private const string Reached = "Reached";
    private const string Skipped = "Skipped";
    private const string Breached = "Breached";

    /// <summary>How it stands, or when to look again.</summary>
    public WorkAnswer Look(IReadOnlyDictionary<string, object?> payload)
    {
        var deadline = Find(payload);
        if (Clock(deadline) is not { } clock)
        {
            return NotBegun(deadline);
        }

        var share = clock.Status == ClockStatus.Running && payload.Whole(CasePayload.Percent) is { } percent
            ? ShareOf(clock, deadline, percent)
            : null;
        var end = EndOf(clock);
        var isPassedOver = end == Breached && payload.ContainsKey(CasePayload.PastBreach);
        return share <= now ? Answer(clock, Reached)
            : isPassedOver ? WhenWoken(clock)
            : end is not null ? Answer(clock, end)
            : NextLook(clock, share) is { } moment ? new WorkAnswer.NotYet(moment)
            : WhenWoken(clock);
    }

    /// <summary>Whether a step of a ladder has come; else how the deadline stands.</summary>
    public WorkAnswer LookForStep(IReadOnlyDictionary<string, object?> payload, IReadOnlyList<RecordedEvent> history)
    {
        var deadline = Find(payload);
        var step = payload.Text(CasePayload.Step)!;
        var ladders = LaddersWith(deadline, step, payload.Text(CasePayload.Ladder));
        if (Clock(deadline) is not { } clock)
        {
            return NotBegun(deadline);
        }

        var isFired = history.Any(recorded => recorded.Event is EscalationStepFired { Identity: var identity }
            && identity.Started == clock.Started && identity.Step == step && ladders.Contains(identity.Ladder));
        if (isFired)
        {
            return Answer(clock, Reached);
        }

        var isOver = ladders.All(ladder => found.State.StepsDone.Contains(
            CaseState.StepKey(clock.Started, ladder, step, 1)));
        var end = EndOf(clock);
        return isOver ? Answer(clock, Skipped)
            : end is not null and not Breached ? Answer(clock, end)
            : clock.Status == ClockStatus.Running && !IsPlanned(clock, step, ladders)
                ? Answer(clock, found.State.IsOpen ? CaseWaits.Stopped : CaseWaits.Closed)
            : WhenWoken(clock);
    }

    // The same plan by which the host has the steps come; a step that cannot be dated yet comes with newer data.
    private bool IsPlanned(DeadlineClock clock, string step, HashSet<string> ladders)
    {
        var plan = TimerPlan.Of(found.State, new Circumstances(found.Pack, now, time));
        return plan.Timers.Select(timer => timer.Key).Concat(plan.Undatable).Select(TimerKey.Read).Any(key =>
            key is StepTimer timer && timer.Started == clock.Started && timer.Step == step
            && ladders.Contains(timer.Ladder));
    }

    // Nothing happens in a closed case that could wake it.
    private WorkAnswer WhenWoken(DeadlineClock clock) =>
        found.State.IsOpen ? new WorkAnswer.NotYet(null) : Answer(clock, CaseWaits.Closed);

    private BoundDeadline Find(IReadOnlyDictionary<string, object?> payload)
    {
        var name = payload.Text(CasePayload.Deadline)!;
        return found.Pack.FindDeadline(name)
            ?? throw ActivityContext.Fault(WorkflowCodes.NotInPack, CasePayload.Deadline, name);
    }

    private HashSet<string> LaddersWith(BoundDeadline deadline, string step, string? only)
    {
        var names = found.Pack.LaddersOf(deadline)
            .Where(ladder => (only is null || ladder.Name == only) && ladder.Steps.Any(known => known.Name == step))
            .Select(ladder => ladder.Name)
            .ToHashSet(StringComparer.Ordinal);
        return names.Count > 0
            ? names
            : throw ActivityContext.Fault(
                WorkflowCodes.NotInPack, CasePayload.Step, only is null ? step : only + "." + step);
    }

    private DeadlineClock? Clock(BoundDeadline deadline) =>
        found.State.Clocks.LastOrDefault(clock => clock.Name == deadline.Name);

    private WorkAnswer NotBegun(BoundDeadline deadline) => found.State.IsOpen && found.Reach().Starts(deadline)
        ? new WorkAnswer.NotYet(null)
        : new WorkAnswer.Done(CasePayload.Of(
            (CasePayload.Outcome, found.State.IsOpen ? CaseWaits.Unreachable : CaseWaits.Closed)));

    private string? EndOf(DeadlineClock clock) => clock.Status switch
    {
        ClockStatus.Met => "Met",
        ClockStatus.Voided => "Voided",
        ClockStatus.Ended => "Ended",
        _ when clock.BreachedAt is not null => Breached,
        ClockStatus.Running when clock.Statement.BreachesAt <= now =>
            clock.Statement.IsWaitingPeriod ? "Ended" : Breached,
        _ => null,
    };

    // A clock that stands still has no moments; the step that lets it run again wakes the wait.
    private static DateTimeOffset? NextLook(DeadlineClock clock, DateTimeOffset? share)
    {
        var end = clock.Status == ClockStatus.Running ? clock.Statement.BreachesAt : null;
        return share is { } earlier && (end is null || earlier < end) ? earlier : end;
    }

    private DateTimeOffset? ShareOf(DeadlineClock clock, BoundDeadline deadline, decimal percent) =>
        TermShare.DayOf(clock.Statement, percent, found.Pack.CalendarOf(deadline.Calendar)) is { } day
            ? time.StartOf(day)
            : null;

    private static WorkAnswer.Done Answer(DeadlineClock clock, string outcome) => new(CasePayload.Of(
        (CasePayload.Outcome, outcome),
        (CasePayload.LastDay, clock.Statement.LastDay is { } day ? CaseValues.Day(day) : null),
        (CasePayload.InTime, clock.InTime)));
}
