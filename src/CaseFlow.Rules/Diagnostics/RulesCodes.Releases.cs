namespace CaseFlow.Rules.Diagnostics;

// Here: the family CF60, what stands against a release.
public static partial class RulesCodes
{
    /// <summary>CF6001: {0} the citation.</summary>
    public const string UnverifiedCitation = "CF6001";

    /// <summary>CF6002: {0} the law; {1} how many citations rest on it.</summary>
    public const string UnverifiedLaw = "CF6002";

    /// <summary>CF6003: {0} the code of the error that `check` finds.</summary>
    public const string ReleaseWithError = "CF6003";

    /// <summary>CF6004: {0} the decision whose analysis was not finished.</summary>
    public const string ReleaseUnproved = "CF6004";

    /// <summary>CF6005: {0} the example.</summary>
    public const string ReleaseExampleFails = "CF6005";

    /// <summary>CF6006: {0} the rule, row, `otherwise` or branch; {1} the decision or definition it is in.</summary>
    public const string ReleaseUncovered = "CF6006";

    /// <summary>CF6007.</summary>
    public const string ReleaseUnsigned = "CF6007";

    /// <summary>CF6008: {0} the setting of `pack.json` that a release needs.</summary>
    public const string ReleaseNameless = "CF6008";
}
