using CaseFlow.Rules.Analysis.Findings;
using CaseFlow.Rules.Binding;

namespace CaseFlow.Rules.Analysis;

/// <summary>
/// Looks at every case that a pack may ever meet, by regions instead of one by one: cases that no rule covers, rules
/// that disagree, rules that never count, and what is declared for nothing. Exact for rules whose conditions compare
/// facts with constants and parameters; what hangs on anything else is tried out on the interpreter, and told as
/// possible where no case was found. Only for packs without errors.
/// </summary>
public static class PackAnalysis
{
    /// <summary>Analyses a pack.</summary>
    /// <param name="pack">A pack that loaded without an error.</param>
    /// <param name="budget">How much it may look at; where that does not suffice, a finding CF5201 says so.</param>
    public static AnalysisReport Of(BoundPack pack, AnalysisBudget budget)
    {
        var (analysed, findings, used) = (new AnalysedPack(pack), new FindingList(), 0L);
        var transitions = new DeadTransitions();
        foreach (var decision in pack.Decisions)
        {
            var most = Math.Min(budget.RegionsPerDecision, budget.Regions - used);
            used += DecisionAnalysis.Run(analysed, decision, most, transitions, findings);
        }

        transitions.Tell(findings);
        UnusedDeclarations.Find(pack, findings);
        UncitedArticles.Find(pack, findings);
        UntriedThresholds.Find(analysed, findings);

        return new AnalysisReport(findings.InOrder(), findings.IsCutShort, used);
    }
}
