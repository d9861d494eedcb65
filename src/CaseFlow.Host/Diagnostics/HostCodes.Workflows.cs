namespace CaseFlow.Host.Diagnostics;

// Here: running workflows.
internal static partial class HostCodes
{
    /// <summary>`--input` is neither `NAME=VALUE` nor a JSON object.</summary>
    public const string BadInputOption = "CF9185";
}
