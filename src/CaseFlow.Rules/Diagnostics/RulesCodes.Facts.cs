namespace CaseFlow.Rules.Diagnostics;

// Here: facts given as JSON, besides the names and types of the family CF2.
public static partial class RulesCodes
{
    /// <summary>CF4207: facts nested deeper than is read. {0} the path; {1} the limit.</summary>
    public const string JsonTooDeep = "CF4207";

    /// <summary>CF4208: a key that stands twice, maybe under two of its names. {0} the path.</summary>
    public const string JsonKeyTwice = "CF4208";
}
