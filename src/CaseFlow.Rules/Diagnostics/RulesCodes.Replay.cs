namespace CaseFlow.Rules.Diagnostics;

// Here: CF43, the replay of stored traces.
public static partial class RulesCodes
{
    /// <summary>CF4301: {0} the key that is absent or not readable.</summary>
    public const string TraceUnreadable = "CF4301";

    /// <summary>CF4302: {0} the hash that the trace names; {1} the pack's.</summary>
    public const string TraceOfAnotherPack = "CF4302";

    /// <summary>CF4303: {0} the hash that the trace names; {1} that of the facts given.</summary>
    public const string TraceOfOtherFacts = "CF4303";

    /// <summary>CF4304: {0} the decision.</summary>
    public const string TraceOfUnknownDecision = "CF4304";

    /// <summary>CF4305: {0} the hash that the trace names; {1} that of the parameters given.</summary>
    public const string TraceOfOtherParameters = "CF4305";

    /// <summary>CF4306: {0} the key under which the two first differ.</summary>
    public const string TraceDiffers = "CF4306";
}
