namespace CaseFlow.Engine.Workflows.Diagnostics;

/// <summary>
/// The catalogue of what can be wrong with a workflow definition or an instance: one constant a code. Each comment says
/// when it is given and what its arguments are, in order; the words stand in `WorkflowMessages.resx` and
/// `WorkflowMessages.vi.resx`.
/// </summary>
public static class WorkflowCodes
{
    /// <summary>CF10001: the file is not JSON. {0} line, {1} column, from 1.</summary>
    public const string NotJson = "CF10001";

    /// <summary>CF10002: the file is larger than what is read. {0} its size, {1} the limit, in bytes.</summary>
    public const string TooLarge = "CF10002";

    /// <summary>CF10003: a value is of the wrong kind. {0} the kind that is needed; {1} the kind found.</summary>
    public const string WrongKind = "CF10003";

    /// <summary>CF10004: a needed property is missing. {0} its name.</summary>
    public const string PropertyMissing = "CF10004";

    /// <summary>CF10005: activities are nested too deeply. {0} the limit.</summary>
    public const string NestedTooDeeply = "CF10005";

    /// <summary>CF10006: two activities of a container have the same id. {0} the id; {1} the other's path.</summary>
    public const string DuplicateActivity = "CF10006";

    /// <summary>CF10007: a connection leaves or enters an activity that is not there. {0} its id.</summary>
    public const string ConnectionToNothing = "CF10007";

    /// <summary>CF10008: more activities than a definition may have. {0} the limit.</summary>
    public const string TooManyActivities = "CF10008";

    /// <summary>CF10009: two variables in reach of each other have the same id. {0} the id; {1} the other's path.</summary>
    public const string DuplicateVariable = "CF10009";
}
