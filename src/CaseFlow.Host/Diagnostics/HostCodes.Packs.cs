namespace CaseFlow.Host.Diagnostics;

// Here: comparing, changing and activating packs.
internal static partial class HostCodes
{
    /// <summary>`diff` has only one pack and no parameter to change.</summary>
    public const string NothingToCompare = "CF9171";

    /// <summary>`--set` without `NAME=VALUE`.</summary>
    public const string BadSetOption = "CF9172";

    /// <summary>Parameters cannot take the values they were to be given.</summary>
    public const string ParametersRefused = "CF9173";

    /// <summary>The caller may not publish packs.</summary>
    public const string NotPermitted = "CF9174";

    /// <summary>A parameter is for its owner to change.</summary>
    public const string OwnersParameter = "CF9175";

    /// <summary>Another pack is current than the caller saw.</summary>
    public const string PackStale = "CF9176";

    /// <summary>No pack of that hash is archived.</summary>
    public const string PackUnknown = "CF9177";

    /// <summary>A pack cannot be made current: it has errors, or an example fails.</summary>
    public const string CandidateRefused = "CF9178";

    /// <summary>A request about packs names none, or two.</summary>
    public const string WhichPack = "CF9179";

    /// <summary>A file's path cannot be one.</summary>
    public const string BadFilePath = "CF9180";

    /// <summary>A member holds more than it may.</summary>
    public const string MemberTooLong = "CF9181";

    /// <summary>A member holds none of the words it may.</summary>
    public const string UnknownChoice = "CF9182";

    /// <summary>`diff` has neither a file of facts nor a data folder.</summary>
    public const string NoCasesNamed = "CF9184";

    /// <summary>This program cannot read the pack that is current by the database.</summary>
    public const string CurrentPackUnreadable = "CF9183";
}
