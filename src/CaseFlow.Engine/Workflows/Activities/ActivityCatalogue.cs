using CaseFlow.Engine.Workflows.Activities.Cases;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>The types of activities that a host knows, by name.</summary>
internal sealed class ActivityCatalogue(IEnumerable<Activity> activities)
{
    private readonly Dictionary<string, Activity> _byType =
        activities.ToDictionary(activity => activity.Type, StringComparer.Ordinal);

    /// <summary>The activities that need nothing from outside.</summary>
    public static IReadOnlyList<Activity> Plain { get; } =
    [
        new SequenceActivity(), new ParallelActivity(), new ForkActivity(), new IfActivity(), new WhileActivity(),
        new ForActivity(), new ForEachActivity(), new ParallelForEachActivity(), new SwitchActivity(),
        new BreakActivity(),
        new FlowchartActivity(), new FlowDecisionActivity(), new FlowSwitchActivity(), new FlowForkActivity(),
        new FlowJoinActivity(), new FlowNodeActivity(), new StartActivity(), new EndActivity(), new FinishActivity(),
        new CompleteActivity(), new FaultActivity(), new SetVariableActivity(), new SetOutputActivity(),
        new SetNameActivity(), new CorrelateActivity(), new WriteLineActivity(), new DelayActivity(),
        new TimerActivity(), new StartAtActivity(), new EventActivity(), new RunTaskActivity(),
        new CronActivity(), new PublishEventActivity(), new ExecuteWorkflowActivity(), new DispatchWorkflowActivity(),
        new BulkDispatchActivity(), .. SendHttpRequestActivity.All, .. LaterActivity.All, .. CaseActivities.All,
    ];

    /// <summary>What stands for a type that is not known: it cannot be run.</summary>
    public Activity NotFound { get; } = new NotFoundActivity();

    /// <summary>What stands for a workflow that is used as an activity.</summary>
    public Activity Workflow { get; } = new WorkflowActivity();

    /// <summary>The activity of a type; null: it is not known.</summary>
    public Activity? Find(string type) => _byType.GetValueOrDefault(type);
}
