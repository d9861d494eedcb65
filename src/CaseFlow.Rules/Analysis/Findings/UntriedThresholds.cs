using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>
/// CF5108: comparisons with a constant or a parameter that the examples do not see from both sides. For a decision
/// those examples count that expect something of it; for a definition all do.
/// </summary>
internal sealed class UntriedThresholds
{
    private readonly Dictionary<string, Threshold> _thresholds = new(StringComparer.Ordinal);
    private readonly Dictionary<Symbol, List<Threshold>> _open;
    private readonly List<Symbol> _definitions;

    private UntriedThresholds(BoundPack pack)
    {
        foreach (var decision in pack.Decisions)
        {
            var conditions = decision.Rules.SelectMany(rule => rule.Versions)
                .Select(version => version.When)
                .Append(decision.Applies)
                .OfType<BoundExpression>();
            Gather(decision.Symbol, conditions);
        }

        foreach (var definition in pack.Definitions)
        {
            Gather(definition, [definition.Value]);
        }

        _open = _thresholds.Values.GroupBy(threshold => threshold.Owner)
            .ToDictionary(group => group.Key, group => group.ToList());
        _definitions = [.. _open.Keys.Where(owner => owner is DefinitionSymbol)];
    }

    /// <summary>Checks a pack; one without a single example has not been tried at all and is left alone.</summary>
    public static void Find(AnalysedPack pack, FindingList findings)
    {
        var untried = new UntriedThresholds(pack.Pack);
        foreach (var example in pack.Pack.Examples)
        {
            untried.Try(pack.Compiled, example);
        }

        var open = untried._thresholds.Values.Where(threshold => !threshold.IsSeen);
        foreach (var ofOwner in pack.Pack.Examples.Count == 0 ? [] : open.GroupBy(threshold => threshold.Owner))
        {
            Tell([.. ofOwner], findings);
        }
    }

    // One finding for all of a decision or definition: the same few examples show them.
    private static void Tell(IReadOnlyList<Threshold> open, FindingList findings) => findings.Add(
        new Diagnostic(
            RulesCodes.ThresholdUntried,
            RulesCodes.SeverityOf(RulesCodes.ThresholdUntried),
            open[0].Comparison.Span,
            [ShortList.Of([.. open.Select(Text)], "`, `"), open[0].Owner.Name])
        {
            Related =
            [
                .. open.Skip(1).Select(threshold => new RelatedPlace(threshold.Comparison.Span, Text(threshold))),
            ],
        },
        witness: null);

    private static string Text(Threshold threshold) => ExpressionText.Of(threshold.Comparison);

    private void Gather(Symbol owner, IEnumerable<BoundExpression> conditions)
    {
        var comparisons = conditions.SelectMany(ExpressionParts.All)
            .OfType<ComparisonBoundExpression>()
            .Where(IsThreshold);
        foreach (var comparison in comparisons)
        {
            _thresholds.TryAdd(
                owner.Name + ": " + ExpressionKey.Of(comparison), new Threshold(owner, comparison));
        }
    }

    // Inside a quantifier an element is compared, which no case has by itself.
    private static bool IsThreshold(ComparisonBoundExpression comparison) =>
        comparison.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        && IsFixed(comparison.Left) != IsFixed(comparison.Right)
        && !ExpressionParts.All(comparison).Any(part => part is ElementExpression);

    private static bool IsFixed(BoundExpression side) => side is ConstantExpression or ParameterExpression;

    // What was seen from both sides is not looked at again.
    private void Try(CompiledPack pack, BoundExample example)
    {
        var evaluation = ExampleRun.EvaluationOf(pack, example);
        foreach (var owner in example.Wants.Select(want => (Symbol)want.Decision).Distinct().Concat(_definitions))
        {
            foreach (var threshold in _open.GetValueOrDefault(owner, []))
            {
                threshold.See(evaluation);
            }

            _open.GetValueOrDefault(owner)?.RemoveAll(threshold => threshold.IsSeen);
        }

        _definitions.RemoveAll(definition => _open[definition].Count == 0);
    }

    private sealed class Threshold(Symbol owner, ComparisonBoundExpression comparison)
    {
        private bool _isSeenBelow;
        private bool _isSeenAbove;

        public Symbol Owner => owner;

        public ComparisonBoundExpression Comparison => comparison;

        public bool IsSeen => _isSeenBelow && _isSeenAbove;

        public void See(CaseEvaluation evaluation)
        {
            var holds = Holds(evaluation);
            _isSeenAbove |= holds == true;
            _isSeenBelow |= holds == false;
        }

        // A missing value is on neither side, though the comparison is false of it. An example that has no answer here
        // shows nothing of the threshold either; `test` tells of it.
        private bool? Holds(CaseEvaluation evaluation)
        {
            try
            {
                var day = (owner as DecisionSymbol) is { } decision ? evaluation.Decide(decision).GoverningDate : null;
                var scope = new Scope(day ?? evaluation.Context.Today);
                var side = IsFixed(comparison.Left) ? comparison.Right : comparison.Left;
                return evaluation.Evaluate(side, scope) is MissingValue
                    ? null
                    : (evaluation.Evaluate(comparison, scope) as BooleanValue)?.Value;
            }
            catch (EvaluationFaultException)
            {
                return null;
            }
        }
    }
}
