namespace CaseFlow.Engine.Workflows.Activities.Cases;

/// <summary>The activities that act on cases, wait for them, and have people do something.</summary>
internal static class CaseActivities
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Activity> All { get; } =
    [
        new OpenCaseActivity(), new FireTriggerActivity(), new AssignActivity(), new ReadCaseActivity(),
        new FlowFactActivity(), new EvaluateDecisionActivity(), new WaitForStateActivity(),
        new WaitForDeadlineActivity(), new WaitForEventActivity(), new CaseEventActivity(),
        new SendNoticeActivity(), new EscalateActivity(), new HumanTaskActivity(), new DelayWorkingDaysActivity(),
    ];
}
