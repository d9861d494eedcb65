using System.Globalization;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3301: the work of evaluating everything once, by the declared bounds of the lists. Each part of an expression is
/// one unit; what stands inside a quantifier counts as often as its list is long.
/// </summary>
internal static class WorkBudget
{
    /// <summary>Units of work that a pack may take: some ten milliseconds.</summary>
    public const long Limit = 1_000_000;

    /// <summary>Checks all expressions of a pack; the one that takes most is named.</summary>
    public static void Check(IReadOnlyList<BoundExpression> expressions, DiagnosticBag findings)
    {
        var total = expressions.Aggregate(0L, (sum, expression) => Sum(sum, Cost(expression)));
        if (total > Limit)
        {
            var dearest = expressions.MaxBy(Cost)!;
            var lists = Lists(dearest).ToList();
            findings.ReportWith(
                RulesCodes.WorkOverBudget,
                dearest.Span,
                [.. lists.Select(DeclarationOf).OfType<RelatedPlace>().Distinct()],
                ShortList.Of([.. lists.Select(NameOf)], " × "),
                Limit.ToString("N0", CultureInfo.InvariantCulture));
        }
    }

    private static long Cost(BoundExpression expression) => expression switch
    {
        QuantifierBoundExpression quantifier =>
            Sum(Cost(quantifier.List), Product(quantifier.List.Type.Bound, Cost(quantifier.Predicate))),
        CountBoundExpression { Predicate: { } predicate } count =>
            Sum(Cost(count.List), Product(count.List.Type.Bound, Cost(predicate))),
        AggregateBoundExpression aggregate => Sum(
            Cost(aggregate.List),
            Product(aggregate.List.Type.Bound, aggregate.Predicate is { } which
                ? Sum(Cost(which), Cost(aggregate.Operand))
                : Cost(aggregate.Operand))),
        MentionsBoundExpression mentions => Sum(Cost(mentions.Text), mentions.Phrases.Count),
        _ => ExpressionParts.Of(expression).Aggregate(1L, (sum, part) => Sum(sum, Cost(part))),
    };

    // The lists that stand inside each other in the dearest part.
    private static IEnumerable<BoundExpression> Lists(BoundExpression expression)
    {
        var (list, inner) = expression switch
        {
            QuantifierBoundExpression quantifier => (quantifier.List, quantifier.Predicate),
            CountBoundExpression { Predicate: { } predicate } count => (count.List, predicate),
            AggregateBoundExpression { Predicate: { } which } aggregate when Cost(which) > Cost(aggregate.Operand) =>
                (aggregate.List, which),
            AggregateBoundExpression aggregate => (aggregate.List, aggregate.Operand),
            _ => (null, ExpressionParts.Of(expression).OrderByDescending(Cost).FirstOrDefault()),
        };
        var below = inner is null ? [] : Lists(inner);
        return list is null ? below : below.Prepend(list);
    }

    // Where its bound stands.
    private static RelatedPlace? DeclarationOf(BoundExpression list) => list switch
    {
        FactExpression fact => new RelatedPlace(fact.Fact.Span, fact.Fact.Name),
        FieldExpression field => new RelatedPlace(field.Field.Span, field.Field.Name),
        DefinitionExpression definition => new RelatedPlace(definition.Definition.Span, definition.Definition.Name),
        OutputExpression output => new RelatedPlace(output.Output.Span, output.Output.Name),
        InputExpression input => new RelatedPlace(input.Input.Span, input.Input.Name),
        _ => null,
    };

    private static string NameOf(BoundExpression list) => list switch
    {
        FactExpression fact => fact.Fact.Path,
        FieldExpression field => field.Field.Name,
        _ => list.Type.Bound.ToString(CultureInfo.InvariantCulture),
    };

    // Costs beyond the limit are all alike: capped, so that no product overflows.
    private static long Product(long count, long cost) => Math.Min(count * Math.Min(cost, Limit + 1), Limit + 1);

    private static long Sum(long left, long right) => Math.Min(left + right, Limit + 1);
}
