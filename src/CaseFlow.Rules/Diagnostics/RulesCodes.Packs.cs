namespace CaseFlow.Rules.Diagnostics;

// Here: the family CF04: the folder of a pack.
public static partial class RulesCodes
{
    /// <summary>CF0401: a file that is not JSON. {0} the file.</summary>
    public const string NotJson = "CF0401";

    /// <summary>CF0402: a setting that cannot be read. {0} the setting; {1} what may stand there.</summary>
    public const string ManifestSetting = "CF0402";

    /// <summary>CF0403: a file that the pack names and does not hold. {0} the file.</summary>
    public const string FileMissing = "CF0403";

    /// <summary>CF0404: a pack without a single module.</summary>
    public const string NoModules = "CF0404";
}
