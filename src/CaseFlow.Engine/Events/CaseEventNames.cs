namespace CaseFlow.Engine.Events;

/// <summary>What events are about, by a name of the pack.</summary>
internal static class CaseEventNames
{
    /// <summary>
    /// The trigger, deadline, decision, notice or `ladder.step`; null: the event is about the case alone.
    /// </summary>
    public static string? Of(CaseEvent happened) => happened switch
    {
        TriggerFired e => e.Trigger,
        TriggerIgnored e => e.Trigger,
        StateChanged e => e.Trigger,
        HolderSet e => e.Trigger,
        FactsRecorded e => e.Trigger,
        CaseAssessed e => e.Decision,
        CaseEscalated e => e.Notice,
        _ => OfDeadline(happened),
    };

    private static string? OfDeadline(CaseEvent happened) => happened switch
    {
        DeadlineStarted e => e.Statement.Deadline,
        DeadlineNotStarted e => e.Deadline,
        DeadlineMet e => e.Deadline,
        DeadlineVoided e => e.Deadline,
        DeadlineSuspended e => e.Deadline,
        DeadlineResumed e => e.Deadline,
        DeadlineExtended e => e.Deadline,
        DeadlineUntouched e => e.Deadline,
        DeadlineBreached e => e.Deadline,
        WaitingPeriodEnded e => e.Deadline,
        EscalationStepFired e => OfStep(e.Identity),
        EscalationStepSkipped e => OfStep(e.Identity),
        ReportDemanded e => OfStep(e.Identity),
        CaseReassigned e => OfStep(e.Identity),
        PriorityRaised e => OfStep(e.Identity),
        _ => null,
    };

    private static string OfStep(StepIdentity step) => step.Ladder + "." + step.Step;
}
