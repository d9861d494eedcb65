namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>Walks expressions.</summary>
internal static class ExpressionParts
{
    /// <summary>The expressions directly inside one.</summary>
    public static IEnumerable<BoundExpression> Of(BoundExpression expression) => expression switch
    {
        FieldExpression field => [field.Target],
        NotBoundExpression not => [not.Operand],
        LogicalBoundExpression logical => logical.Operands,
        ComparisonBoundExpression comparison => [comparison.Left, comparison.Right],
        MembershipBoundExpression membership => membership.Choices.Prepend(membership.Operand),
        MissingTestBoundExpression test => [test.Operand],
        ArithmeticBoundExpression arithmetic => [arithmetic.Left, arithmetic.Right],
        DateSumExpression sum => [sum.Date, sum.Duration],
        SpanBoundExpression span => [span.From, span.To],
        ConditionalBoundExpression conditional => [conditional.Condition, conditional.Then, conditional.Else],
        QuantifierBoundExpression quantifier => [quantifier.List, quantifier.Predicate],
        CountBoundExpression { Predicate: { } predicate } count => [count.List, predicate],
        CountBoundExpression count => [count.List],
        CountTrueBoundExpression count => count.Operands,
        AggregateBoundExpression { Predicate: { } predicate } aggregate =>
            [aggregate.List, predicate, aggregate.Operand],
        AggregateBoundExpression aggregate => [aggregate.List, aggregate.Operand],
        MentionsBoundExpression mentions => [mentions.Text],
        _ => [],
    };

    /// <summary>An expression and everything inside it, each before its parts.</summary>
    public static IReadOnlyList<BoundExpression> All(BoundExpression expression)
    {
        var all = new List<BoundExpression>();
        AddAll(expression, all);
        return all;
    }

    private static void AddAll(BoundExpression expression, List<BoundExpression> all)
    {
        all.Add(expression);
        foreach (var part in Of(expression))
        {
            AddAll(part, all);
        }
    }
}
