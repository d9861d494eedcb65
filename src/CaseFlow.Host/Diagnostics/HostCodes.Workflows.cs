namespace CaseFlow.Host.Diagnostics;

// Here: running workflows.
internal static partial class HostCodes
{
    /// <summary>`--input` is neither `NAME=VALUE` nor a JSON object.</summary>
    public const string BadInputOption = "CF9185";

    /// <summary>`--answer` is not JSON.</summary>
    public const string BadAnswerOption = "CF9186";

    /// <summary>The instance does not wait there, or has ended.</summary>
    public const string NothingWaits = "CF9187";

    /// <summary>The instance has no open incident.</summary>
    public const string NoOpenIncident = "CF9188";

    /// <summary>No instance of that id is stored.</summary>
    public const string NoSuchInstance = "CF9189";

    /// <summary>The caller lacks a role.</summary>
    public const string RoleNeeded = "CF9190";

    /// <summary>Work of a workflow failed and is tried again.</summary>
    public const string WorkFailed = "CF9191";

    /// <summary>A workflow of the pack cannot be published.</summary>
    public const string PackWorkflowRefused = "CF9195";

    /// <summary>A signal broke a run in memory off.</summary>
    public const string RunInterrupted = "CF9196";

    /// <summary>No task of that id is in the inbox.</summary>
    public const string NoSuchTask = "CF9192";
}
