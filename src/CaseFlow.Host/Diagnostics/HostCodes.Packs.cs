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
}
