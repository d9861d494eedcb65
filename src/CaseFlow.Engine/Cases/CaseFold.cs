using System.Collections.Immutable;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Cases;

/// <summary>Makes a case of its history: pure, without any pack, the same for ever.</summary>
public static class CaseFold
{
    /// <summary>The case after all of its events; null for an empty history.</summary>
    public static CaseState? Of(IEnumerable<RecordedEvent> history) =>
        history.Aggregate((CaseState?)null, Apply);

    /// <summary>The case after one more event.</summary>
    /// <exception cref="InvalidOperationException">
    /// The history does not begin with the opening, or has a gap.
    /// </exception>
    public static CaseState Apply(CaseState? state, RecordedEvent recorded)
    {
        if (recorded.Sequence != (state?.Version ?? 0) + 1)
        {
            throw new InvalidOperationException("The history has a gap.");
        }

        if (recorded.Event is CaseOpened opened)
        {
            return state is null ? Open(opened, recorded) : throw new InvalidOperationException("Opened twice.");
        }

        var before = state ?? throw new InvalidOperationException("The history does not begin with the opening.");
        return ApplyToCase(before, recorded) with { Version = recorded.Sequence, RecordedAt = recorded.RecordedAt };
    }

    private static CaseState Open(CaseOpened opened, RecordedEvent recorded) => new()
    {
        Id = opened.CaseId,
        Version = recorded.Sequence,
        Lifecycle = opened.Lifecycle,
        State = opened.State,
        IsOpen = !opened.IsFinal,
        Tracking = opened.Tracking,
        PackHash = recorded.PackHash,
        OpenedOn = recorded.EffectiveOn,
        StateSince = recorded.EffectiveOn,
        RecordedAt = recorded.RecordedAt,
        Agency = opened.Agency,
        Parent = opened.Parent,
        Petitioners = [.. opened.Petitioners],
    };

    private static CaseState ApplyToCase(CaseState state, RecordedEvent recorded) => recorded.Event switch
    {
        CaseTakenOver e => state with { State = e.State, IsOpen = !e.IsFinal, StateSince = recorded.EffectiveOn },
        FactsRecorded e => state with { Facts = state.Facts.With(e.Facts) },
        StateChanged e => state with
        {
            State = e.To, IsOpen = !e.IsFinal, StateSince = recorded.EffectiveOn, ReturnTo = e.ReturnTo,
        },
        HolderSet e => state with { Holder = e.Holder },
        CaseReassigned e => state with { Holder = e.Holder, Agency = e.Agency },
        EscalationStepFired e => WithStep(state, e.Identity),
        EscalationStepSkipped e => WithStep(state, e.Identity),
        CaseRepinned e => state with
        {
            PackHash = e.To,
            Assessments = state.Assessments.RemoveAll(known => e.NotAssessed.Contains(known.Decision)),
        },
        CaseAssessed e => state with { Assessments = With(state.Assessments, e) },
        DeadlineStarted e => state with
        {
            Clocks = state.Clocks.Add(Begun(recorded.Sequence, e.Statement)),
        },
        _ => ApplyToClock(state, recorded.Event),
    };

    // A deadline started anew keeps the suspensions of the one before it; one of them may still last.
    private static DeadlineClock Begun(int sequence, DeadlineStatement statement) => new(
        sequence,
        statement.Suspensions is [.., { Resumed: null }] ? ClockStatus.Suspended : ClockStatus.Running,
        Brief(statement));

    private static CaseState WithStep(CaseState state, StepIdentity step) => state with
    {
        StepsDone = state.StepsDone.Add(CaseState.StepKey(step.Started, step.Ladder, step.Step, step.Occurrence)),
    };

    private static CaseState ApplyToClock(CaseState state, CaseEvent happened) => happened switch
    {
        DeadlineMet e => With(
            state, e.Started, c => c with { Status = ClockStatus.Met, ClosedOn = e.On, InTime = e.InTime }),
        DeadlineVoided e => With(state, e.Started, c => c with { Status = ClockStatus.Voided, ClosedOn = e.On }),
        DeadlineSuspended e => With(
            state, e.Started, c => c with { Status = ClockStatus.Suspended, Statement = Brief(e.Statement) }),
        DeadlineResumed e => With(
            state, e.Started, c => c with { Status = ClockStatus.Running, Statement = Brief(e.Statement) }),
        DeadlineExtended e => With(state, e.Started, c => c with { Statement = Brief(e.Statement) }),
        DeadlineBreached e => With(state, e.Started, c => c with { BreachedAt = e.ObservedAt }),
        WaitingPeriodEnded e => With(
            state, e.Started, c => c with { Status = ClockStatus.Ended, ClosedOn = e.LastDay }),
        _ => state,
    };

    // The day-by-day account stays in the history and in the deadline's row: a case's document is rewritten with every
    // command.
    private static DeadlineStatement Brief(DeadlineStatement statement) => statement with { Steps = [] };

    private static ImmutableArray<CaseAssessed> With(ImmutableArray<CaseAssessed> known, CaseAssessed answer)
    {
        var before = known.FirstOrDefault(assessment => assessment.Decision == answer.Decision);
        return before is null ? known.Add(answer) : known.Replace(before, answer);
    }

    private static CaseState With(CaseState state, int started, Func<DeadlineClock, DeadlineClock> change)
    {
        var clock = state.ClockOf(started) ?? throw new InvalidOperationException("No deadline started there.");
        return state with { Clocks = state.Clocks.Replace(clock, change(clock)) };
    }
}
