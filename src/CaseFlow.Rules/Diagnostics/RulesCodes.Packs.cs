namespace CaseFlow.Rules.Diagnostics;

// Here: the family CF25: the folder of a pack.
public static partial class RulesCodes
{
    /// <summary>CF2501: a file that is not JSON. {0} the file.</summary>
    public const string NotJson = "CF2501";

    /// <summary>CF2502: a setting that cannot be read. {0} the setting; {1} what may stand there.</summary>
    public const string ManifestSetting = "CF2502";

    /// <summary>CF2503: a file that the pack names and does not hold. {0} the file.</summary>
    public const string FileMissing = "CF2503";

    /// <summary>CF2504: a pack without a single module.</summary>
    public const string NoModules = "CF2504";
}
