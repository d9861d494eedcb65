using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Findings;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;

namespace CaseFlow.Rules.Coverage.Conditions;

/// <summary>
/// Finds out which parts of conditions the examples of a pack show to matter, and for those that they do not a case
/// that would. An example that fails shows nothing.
/// </summary>
internal sealed class ConditionCoverage
{
    private readonly CompiledPack _compiled;
    private readonly AnalysedPack _pack;
    private readonly Dictionary<BoundExpression, (bool WhereSo, bool WhereNot)> _shown =
        new(ReferenceEqualityComparer.Instance);

    private readonly List<ConditionSide> _sides = [];
    private bool _isCutShort;

    private ConditionCoverage(CompiledPack pack) => (_compiled, _pack) = (pack, new AnalysedPack(pack.Pack));

    /// <summary>The report on a pack without errors.</summary>
    public static ConditionReport Of(CompiledPack pack, AnalysisBudget budget)
    {
        var coverage = new ConditionCoverage(pack);
        foreach (var result in pack.Test().Results.Where(result => result.HasPassed))
        {
            coverage.Take(result.Example);
        }

        var used = 0L;
        foreach (var decision in pack.Pack.Decisions)
        {
            used += coverage.Look(decision, Math.Min(budget.RegionsPerDecision, budget.Regions - used));
        }

        return new ConditionReport(
            [.. coverage._sides.OrderBy(side => side.Span.File, StringComparer.Ordinal)
                .ThenBy(side => side.Span.Start)],
            coverage._isCutShort);
    }

    private void Take(Binding.BoundExample example)
    {
        var evaluation = ExampleRun.EvaluationOf(_compiled, example);
        foreach (var want in example.Wants)
        {
            _ = evaluation.Decide(want.Decision);
        }

        foreach (var (part, holds) in evaluation.Decided.ToList()
            .SelectMany(decision => ShownSides.Of(new DecisionAccount(evaluation, decision))))
        {
            var known = _shown.GetValueOrDefault(part);
            _shown[part] = (known.WhereSo || holds, known.WhereNot || !holds);
        }
    }

    private long Look(BoundDecision decision, long most)
    {
        var budget = new RegionBudget(most);
        try
        {
            var reader = new DecisionReader(_pack.Decisions, budget);
            var cases = reader.Read(decision);
            var possible = new PossibleSides(_pack, cases, reader.Variables);
            ReadAll(cases);
            for (var rule = 0; rule < decision.Rules.Count; rule++)
            {
                foreach (var version in decision.Rules[rule].Versions.Where(version => version.When is not null))
                {
                    Look(possible, decision, rule, version);
                }
            }
        }
        catch (BudgetSpentException)
        {
            _isCutShort = true;
        }

        return budget.Used;
    }

    // A case is told in full only where all that the decision reads is known by then.
    private static void ReadAll(DecisionCases cases)
    {
        for (var rule = 0; rule < cases.Decision.Rules.Count; rule++)
        {
            _ = cases.Rules.Active(rule);
        }
    }

    private void Look(PossibleSides possible, BoundDecision decision, int rule, BoundVersion version)
    {
        foreach (var part in ConditionParts.Of(version.When!))
        {
            var (whereSo, whereNot) = _shown.GetValueOrDefault(part);
            foreach (var (holds, isShown) in new[] { (true, whereSo), (false, whereNot) })
            {
                var side = new ConditionSide(
                    decision.Symbol.Name, decision.Rules[rule].Name, version.Period, part.Span,
                    ExpressionText.Of(part), holds, ConditionState.Shown);
                if (isShown)
                {
                    _sides.Add(side);
                }
                else if (possible.Of(rule, version, part, holds) is var set and not RegionSpace.Never)
                {
                    var example = possible.Example(set, part, holds);
                    var state = example is null ? ConditionState.Unsettled : ConditionState.Needed;
                    _sides.Add(side with { State = state, Example = example });
                }
            }
        }
    }
}
