using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>
/// CF5110: `first hit` where no two rules ever give different values to one case: `single` says as much.
/// </summary>
internal static class OrderNotNeeded
{
    /// <summary>Checks one decision.</summary>
    public static void Find(DecisionCases cases, FindingList findings)
    {
        var asked = cases.Asked();
        var decision = cases.Decision;
        if (decision.Policy == HitPolicy.First && !new CandidatePairs(cases).Differing().Any(pair =>
            cases.Space.And(asked, Conflicts.Between(cases, pair.One, pair.Other)) != RegionSpace.Never))
        {
            findings.Add(RulesCodes.OrderNotNeeded, decision.Symbol.Span, decision.Symbol.Name);
        }
    }
}
