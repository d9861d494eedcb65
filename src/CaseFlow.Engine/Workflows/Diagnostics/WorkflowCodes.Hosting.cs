namespace CaseFlow.Engine.Workflows.Diagnostics;

/// <summary>What can be wrong where instances are kept, resumed and worked for.</summary>
public static partial class WorkflowCodes
{
    /// <summary>CF10160: an activity broke on a fault of its own. {0} the kind of exception.</summary>
    public const string ActivityThrew = "CF10160";

    /// <summary>CF10161: the stored state of an instance cannot be read. {0} where.</summary>
    public const string StateUnreadable = "CF10161";

    /// <summary>
    /// CF10162: a stored state is of a newer or unknown form. {0} its form; {1} the one that is read.
    /// </summary>
    public const string StateOfOtherForm = "CF10162";

    /// <summary>CF10163: an instance's state is larger than what is kept. {0} the limit, in bytes.</summary>
    public const string StateTooLarge = "CF10163";

    /// <summary>CF10164: a value is nested more deeply than what is kept. {0} the limit.</summary>
    public const string ValueTooDeep = "CF10164";
}
