using System.Globalization;
using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>Everything that is looked for in one decision.</summary>
internal static class DecisionAnalysis
{
    /// <summary>Analyses a decision.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="most">The most regions to look at.</param>
    /// <param name="transitions">Gathers what is learnt of transitional clauses, which several decisions may
    /// share.</param>
    /// <param name="findings">Takes the findings.</param>
    /// <returns>How many regions were looked at.</returns>
    public static long Run(
        AnalysedPack pack, BoundDecision decision, long most, DeadTransitions transitions, FindingList findings)
    {
        var budget = new RegionBudget(most);
        try
        {
            var cases = new DecisionReader(pack.Decisions, budget).Read(decision);
            transitions.Look(cases);
            Overlaps.Find(pack, cases, findings);
            NeverActive.Find(pack, cases, findings);
            RedundantRows.Find(pack, cases, findings);
            OrderNotNeeded.Find(cases, findings);
            Gaps.Find(pack, cases, findings);
        }
        catch (BudgetSpentException)
        {
            transitions.PassOver(decision);
            findings.AddCut(
                RulesCodes.AnalysisStopped,
                decision.Symbol.Span,
                budget.Used.ToString(CultureInfo.InvariantCulture),
                decision.Symbol.Name);
        }

        return budget.Used;
    }
}
