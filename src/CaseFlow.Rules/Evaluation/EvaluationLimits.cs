namespace CaseFlow.Rules.Evaluation;

/// <summary>What one evaluation may cost.</summary>
public static class EvaluationLimits
{
    /// <summary>Most unknown facts (boolean or enum) whose completions are tried out.</summary>
    public const int EnumeratedFacts = 12;

    /// <summary>Most completions tried out for one decision: 2 to the power of <see cref="EnumeratedFacts"/>.</summary>
    public const int Completions = 4096;

    /// <summary>
    /// Most rules looked at while completions of one decision are tried out, those of the decisions and definitions
    /// that it reads included: as much as a pack may cost in one evaluation. A decision over which more hangs is left
    /// undecided.
    /// </summary>
    public const int TrialRules = 1_000_000;

    /// <summary>
    /// Rules of a collection that may be active, whose every choice is listed as a possible outcome: 2 to that power
    /// lists, more than anyone reads.
    /// </summary>
    public const int RulesTriedAsSubsets = 6;

    /// <summary>Most possible rows that an undecided outcome lists; with more of them none is.</summary>
    public const int PossibleRows = 100;

    /// <summary>
    /// Most places of one phrase in one text that are told: a trace is read by people, and a text may be that phrase
    /// over and over.
    /// </summary>
    public const int HitsOfAPhrase = 100;

    /// <summary>
    /// How deep expressions, definitions and decisions may read one another: keeps the stack bounded.
    /// </summary>
    public const int Depth = 1000;

    /// <summary>
    /// How much deeper another decision is than an expression: so much more of the stack it takes, where a thread may
    /// have a megabyte of it.
    /// </summary>
    internal const int DepthOfDecision = 10;
}
