namespace CaseFlow.Rules.Explanations;

/// <summary>How much a trace tells.</summary>
public enum TraceDepth
{
    /// <summary>The active rules, what they beat, and the nearest misses.</summary>
    Brief,

    /// <summary>Every rule with every condition, and everything upstream.</summary>
    Full,
}

/// <summary>How long a trace may become.</summary>
public static class TraceLimits
{
    /// <summary>
    /// Most rules that a brief trace names as near misses: as many as a reader compares with the case at hand; a table
    /// has dozens of rows that no one asks about.
    /// </summary>
    public const int NearestMisses = 5;

    /// <summary>Most reasons that one sentence gives: a letter is read at a glance, the trace has the rest.</summary>
    public const int Reasons = 8;

    /// <summary>Most answers that a sentence weighs against each other; more say only that it is open.</summary>
    public const int Possible = 4;

    /// <summary>Most definitions told by what they say in one sentence; a long sentence has a dozen.</summary>
    public const int Meanings = 1000;

    /// <summary>Most facts taken for granted that one sentence names, for the same reason.</summary>
    public const int Assumptions = 4;
}
