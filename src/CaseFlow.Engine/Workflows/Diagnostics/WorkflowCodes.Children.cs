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
    /// CF10015: a field of a cron expression cannot be read. {0} the expression; {1} the field's name; {2} its text;
    /// {3} the values that it may hold.
    /// </summary>
    public const string CronUnreadable = "CF10015";

    /// <summary>CF10016: a cron expression never comes due. {0} the expression.</summary>
    public const string CronNeverFires = "CF10016";

    /// <summary>
    /// CF10017: the loops of a flowchart are too tangled to be told apart. {0} how many connections were looked at.
    /// </summary>
    public const string TooTangled = "CF10017";

    /// <summary>CF10018: a flowchart begins with an activity that is not there. {0} its id.</summary>
    public const string StartMissing = "CF10018";

    /// <summary>CF10019: a text that is no Unicode. {0} line, {1} column, from 1.</summary>
    public const string BrokenText = "CF10019";

    /// <summary>CF10110: an activity that is published here and cannot be run yet. {0} its type.</summary>
    public const string ComesLater = "CF10110";

    /// <summary>CF10111: more instances at once than may be started. {0} how many; {1} the limit.</summary>
    public const string TooManyItems = "CF10111";

    /// <summary>CF10112: an address that no request can be sent to. {0} the input.</summary>
    public const string AddressUnusable = "CF10112";

    /// <summary>CF10113: a request came to nothing. {0} what happened.</summary>
    public const string RequestFailed = "CF10113";

    /// <summary>CF10114: a workflow could not be started. {0} its definition; {1} the codes that say why.</summary>
    public const string NotStarted = "CF10114";

    /// <summary>CF10115: an event could not be told to all. {0} its name; {1} the codes that say why.</summary>
    public const string NotTold = "CF10115";
}
