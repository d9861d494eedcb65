namespace CaseFlow.Rules.Diagnostics;

// Here: what one case can still run into, besides the codes of RulesCodes.Running.
public static partial class RulesCodes
{
    /// <summary>CF4007: rules that read each other deeper than the evaluator goes. {0} the limit.</summary>
    public const string ReadsTooDeep = "CF4007";

    /// <summary>CF7002: an example without any date whose rules ask for today.</summary>
    public const string ExampleWithoutToday = "CF7002";
}
