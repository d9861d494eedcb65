namespace CaseFlow.Rules.Diagnostics;

// Here: what is wrong with the shape of a lifecycle, beside the checks of LIFECYCLE.md.
public static partial class RulesCodes
{
    /// <summary>CF3415: {0} the path of the circle of `substate of`, joined by arrows.</summary>
    public const string StateCycle = "CF3415";
}
