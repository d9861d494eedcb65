namespace CaseFlow.Engine.Workflows.Diagnostics;

/// <content>Workflows that use others, schedules and limits.</content>
public static partial class WorkflowCodes
{
    /// <summary>CF10012: no workflow is found that an activity stands for. {0} the id that it names.</summary>
    public const string WorkflowMissing = "CF10012";

    /// <summary>CF10013: a workflow uses itself as an activity. {0} the ids of the round.</summary>
    public const string WorkflowCycle = "CF10013";

    /// <summary>CF10014: a cron expression has not six fields. {0} the expression; {1} how many it has.</summary>
    public const string CronFieldCount = "CF10014";

    /// <summary>
    /// CF10015: a field of a cron expression cannot be read. {0} the expression; {1} the field's name; {2} its text; {3}
    /// the values that it may hold.
    /// </summary>
    public const string CronUnreadable = "CF10015";

    /// <summary>CF10016: a cron expression never comes due. {0} the expression.</summary>
    public const string CronNeverFires = "CF10016";
}
