namespace CaseFlow.Rules.Analysis;

/// <summary>
/// How much the analysis of a pack may look at. What it cannot finish it says (CF5201); it never guesses. Regions are
/// sets of cases that are told apart; some hundred thousand take a second.
/// </summary>
/// <param name="RegionsPerDecision">The most for one decision.</param>
/// <param name="Regions">The most for all decisions together.</param>
public sealed record AnalysisBudget(long RegionsPerDecision, long Regions)
{
    /// <summary>200,000 a decision, half a million in all: some seconds. The petition pack takes 20,000.</summary>
    public static AnalysisBudget Default { get; } = new(200_000, 500_000);
}
