namespace CaseFlow.Engine.Workflows.Diagnostics;

/// <summary>
/// The catalogue of what can be wrong with a workflow definition or an instance: one constant a code. Each comment says
/// when it is given and what its arguments are, in order; the words stand in `WorkflowMessages.resx` and
/// `WorkflowMessages.vi.resx`.
/// </summary>
public static partial class WorkflowCodes
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

    /// <summary>
    /// CF10009: two variables in reach of each other have the same id. {0} the id; {1} the other's path.
    /// </summary>
    public const string DuplicateVariable = "CF10009";

    /// <summary>
    /// CF10010: a value does not fit its place. {0} the input or variable; {1} the kind that is needed.
    /// </summary>
    public const string ValueDoesNotFit = "CF10010";

    /// <summary>CF10011: a merge mode of token-based flowcharts, which are not run here. {0} the mode.</summary>
    public const string TokenMode = "CF10011";

    /// <summary>CF10101: more activities ran without a wait than may. {0} the limit.</summary>
    public const string NeverWaits = "CF10101";

    /// <summary>CF10102: a loop that nothing can end. {0} the input or activity that is why.</summary>
    public const string NeverEnds = "CF10102";

    /// <summary>CF10103: a variable that is not in reach. {0} its id.</summary>
    public const string NoSuchVariable = "CF10103";

    /// <summary>CF10104: an input that must have a value has none. {0} the input.</summary>
    public const string InputMissing = "CF10104";

    /// <summary>CF10105: the type of an activity is not known. {0} the type.</summary>
    public const string UnknownActivity = "CF10105";

    /// <summary>CF10106: the workflow's author wants an incident here. {0} what he says; {1} his code.</summary>
    public const string AuthorsFault = "CF10106";

    /// <summary>
    /// CF10107: a way back that not every road to its beginning leads through. {0} the activity it leaves; {1} the one
    /// it enters.
    /// </summary>
    public const string UnsoundLoop = "CF10107";

    /// <summary>CF10108: an instance ran for too long without a wait. {0} the limit.</summary>
    public const string RunsTooLong = "CF10108";
}
