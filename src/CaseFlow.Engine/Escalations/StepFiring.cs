using CaseFlow.Engine.Assignments;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Escalations;

/// <summary>Carries out a step of a ladder, once.</summary>
internal static class StepFiring
{
    /// <summary>
    /// Fires the step where its moment has come by the current statement, or records why it does nothing. A step that
    /// came before, that the pack does not know, or whose moment lies ahead changes nothing.
    /// </summary>
    public static void Fire(Draft draft, DeadlineClock clock, StepTimer timer, DateTimeOffset dueAt)
    {
        if (Find(draft, clock, timer) is not var (deadline, ladder, step))
        {
            return;
        }

        var moments = new StepMoment(draft.Pack, draft.Circumstances.Time, draft.Evaluation);
        var instant = moments.Of(ladder, step, deadline, clock.Statement, timer.Occurrence);
        if (instant is not { } due || due > draft.Circumstances.Now || timer.Occurrence > moments.Occurrences(step))
        {
            return;
        }

        var identity = new StepIdentity(clock.Name, clock.Started, ladder.Name, step.Name, timer.Occurrence);
        if (SkipReason(draft, ladder, step) is var (reason, missing))
        {
            draft.Emit(new EscalationStepSkipped(identity, dueAt, reason, missing));
            return;
        }

        IReadOnlyList<FiredAction> actions = [.. step.Actions.Select(action => Resolve(draft, action))];
        draft.Emit(new EscalationStepFired(
            identity, dueAt, actions, Citations.Of(step.Cites.Concat(ladder.Cites))));
        foreach (var action in actions)
        {
            Carry(draft, identity, action, ladder);
        }
    }

    private static (BoundDeadline Deadline, BoundLadder Ladder, BoundLadderStep Step)? Find(
        Draft draft, DeadlineClock clock, StepTimer timer)
    {
        var isDone = draft.State.StepsDone.Contains(
            CaseState.StepKey(timer.Started, timer.Ladder, timer.Step, timer.Occurrence));
        var deadline = isDone ? null : draft.Pack.FindDeadline(clock.Name);
        var ladder = deadline is null
            ? null
            : draft.Pack.LaddersOf(deadline).FirstOrDefault(ladder => ladder.Name == timer.Ladder);
        var step = ladder?.Steps.FirstOrDefault(step => step.Name == timer.Step);
        return step is null ? null : (deadline!, ladder!, step);
    }

    private static (StepSkipReason Reason, IReadOnlyList<string> Missing)? SkipReason(
        Draft draft, BoundLadder ladder, BoundLadderStep step)
    {
        if (!ladder.Period.Contains(draft.Day))
        {
            return (StepSkipReason.NotInForce, []);
        }

        if (ladder.StopsWhen is { } stops && draft.Evaluation.Value(stops) is BooleanValue { Value: true })
        {
            return (StepSkipReason.LadderStopped, []);
        }

        return step.When is null ? null : draft.Evaluation.Value(step.When) switch
        {
            BooleanValue { Value: true } => null,
            UnknownValue unknown => (StepSkipReason.ConditionUnknown, Citations.ToTell(unknown)),
            _ => (StepSkipReason.ConditionDoesNotHold, []),
        };
    }

    private static FiredAction Resolve(Draft draft, BoundAction action) => action switch
    {
        RemindBoundAction remind => new FiredAction(StepActionKind.Remind, Whom(draft, remind.Who)),
        ReportBoundAction report => new FiredAction(StepActionKind.Report, Whom(draft, report.Who)),
        ReassignBoundAction reassign => new FiredAction(StepActionKind.Reassign, Whom(draft, reassign.Who)),
        DemandReportBoundAction demand => new FiredAction(StepActionKind.DemandReport, Whom(draft, demand.Who))
        {
            Within = (draft.Evaluation.Value(demand.Within) as DurationValue)?.Value,
        },
        RaisePriorityBoundAction raise => new FiredAction(StepActionKind.RaisePriority, null)
        {
            RaisedBy = (draft.Evaluation.Value(raise.By) as NumberValue)?.Value,
        },
        _ => throw new InvalidOperationException("An action that this program does not know."),
    };

    private static Recipient Whom(Draft draft, BoundRecipient who) =>
        draft.Pack.Agencies.Resolve(who, draft.State.Agency, draft.State.Holder, draft.Day);

    private static void Carry(Draft draft, StepIdentity identity, FiredAction action, BoundLadder ladder)
    {
        switch (action)
        {
            case { Kind: StepActionKind.Reassign, Who: { } to }:
                Reassign(draft, identity, to);
                break;
            case { Kind: StepActionKind.DemandReport, Who: { } from, Within: { } within }:
                draft.Emit(new ReportDemanded(identity, from, within, DueOn(draft, within, ladder)));
                break;
            case { Kind: StepActionKind.RaisePriority, RaisedBy: { } by }:
                draft.Emit(new PriorityRaised(identity, by));
                break;
        }
    }

    // What the register could not resolve is recorded and changes nobody.
    private static void Reassign(Draft draft, StepIdentity identity, Recipient to)
    {
        var (holder, agency) = (draft.State.Holder, draft.State.Agency);
        var isFound = to.Unresolved is null;
        draft.Emit(new CaseReassigned(
            identity,
            to,
            holder,
            isFound ? to.Officers.FirstOrDefault() : holder,
            agency,
            isFound ? to.Agency ?? agency : agency));
    }

    private static DateOnly? DueOn(Draft draft, RuleDuration within, BoundLadder ladder)
    {
        try
        {
            var calendar = draft.Pack.CalendarOf(ladder.Calendar) ?? draft.Pack.OnlyCalendar;
            return Rules.Calendars.TermCount.Forward(draft.Day, [within], [], calendar).LastDay;
        }
        catch (Rules.Calendars.PastHorizonException)
        {
            return null;
        }
    }
}
