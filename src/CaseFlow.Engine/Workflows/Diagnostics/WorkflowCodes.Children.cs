namespace CaseFlow.Engine.Workflows.Diagnostics;

/// <content>Workflows that use others.</content>
public static partial class WorkflowCodes
{
    /// <summary>CF10012: no workflow is found that an activity stands for. {0} the id that it names.</summary>
    public const string WorkflowMissing = "CF10012";

    /// <summary>CF10013: a workflow uses itself as an activity. {0} the ids of the round.</summary>
    public const string WorkflowCycle = "CF10013";
}
