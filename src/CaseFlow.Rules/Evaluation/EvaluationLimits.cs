namespace CaseFlow.Rules.Evaluation;

/// <summary>What one evaluation may cost.</summary>
public static class EvaluationLimits
{
    /// <summary>Most unknown facts (boolean or enum) whose completions are tried out.</summary>
    public const int EnumeratedFacts = 12;

    /// <summary>Most completions tried out for one decision: 2 to the power of <see cref="EnumeratedFacts"/>.</summary>
    public const int Completions = 4096;

    /// <summary>
    /// How deep expressions, definitions and decisions may read one another: keeps the stack bounded.
    /// </summary>
    public const int Depth = 1000;
}
