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
/// CF5108: a comparison with a constant or a parameter that the examples do not see from both sides. For a decision those
/// examples count that expect something of it; for a definition all do.
/// </summary>
internal sealed class UntriedThresholds
{
    private readonly Dictionary<string, Threshold> _thresholds = new(StringComparer.Ordinal);

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
    }

    /// <summary>Checks a pack; one without a single example has not been tried at all and is left alone.</summary>
    public static void Find(AnalysedPack pack, FindingList findings)
    {
        var untried = new UntriedThresholds(pack.Pack);
        foreach (var example in pack.Pack.Examples)
        {
            untried.Try(pack.Compiled, example);
        }

        var open = untried._thresholds.Values.Where(threshold => !(threshold.IsSeenBelow && threshold.IsSeenAbove));
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
            [string.Join("`, `", open.Select(Text)), open[0].Owner.Name])
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

    private void Try(CompiledPack pack, BoundExample example)
    {
        var evaluation = ExampleRun.EvaluationOf(pack, example);
        var decisions = example.Wants.Select(want => (Symbol)want.Decision).ToHashSet();
        foreach (var threshold in _thresholds.Values)
        {
            if (threshold.Owner is DefinitionSymbol || decisions.Contains(threshold.Owner))
            {
                threshold.See(evaluation);
            }
        }
    }

    private sealed class Threshold(Symbol owner, ComparisonBoundExpression comparison)
    {
        public Symbol Owner => owner;

        public ComparisonBoundExpression Comparison => comparison;

        public bool IsSeenBelow { get; private set; }

        public bool IsSeenAbove { get; private set; }

        public void See(CaseEvaluation evaluation)
        {
            var holds = Holds(evaluation);
            IsSeenAbove |= holds == true;
            IsSeenBelow |= holds == false;
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
