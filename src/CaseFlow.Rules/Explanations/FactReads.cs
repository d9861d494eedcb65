using CaseFlow.Rules.Binding.Expressions;

namespace CaseFlow.Rules.Explanations;

/// <summary>The facts that an expression reads, definitions looked through; decisions read for themselves.</summary>
internal static class FactReads
{
    /// <summary>Paths in the order they are read, each once.</summary>
    public static IReadOnlyList<string> Of(BoundExpression expression)
    {
        var paths = new List<string>();
        Gather(expression, paths);
        return [.. paths.Distinct(StringComparer.Ordinal)];
    }

    private static void Gather(BoundExpression expression, List<string> paths)
    {
        switch (expression)
        {
            case FactExpression fact:
                paths.Add(fact.Fact.Path);
                break;
            case InputExpression input:
                paths.Add(input.Input.Path);
                break;
            case FieldExpression { Target: FactExpression fact } field:
                paths.Add(fact.Fact.Path + "." + field.Field.Name);
                break;
            case DefinitionExpression definition:
                Gather(definition.Definition.Value, paths);
                break;
            default:
                foreach (var part in Parts(expression))
                {
                    Gather(part, paths);
                }

                break;
        }
    }

    private static IEnumerable<BoundExpression> Parts(BoundExpression expression) => expression switch
    {
        NotBoundExpression not => [not.Operand],
        LogicalBoundExpression logical => logical.Operands,
        ComparisonBoundExpression comparison => [comparison.Left, comparison.Right],
        MembershipBoundExpression membership => [membership.Operand, .. membership.Choices],
        MissingTestBoundExpression test => [test.Operand],
        ArithmeticBoundExpression arithmetic => [arithmetic.Left, arithmetic.Right],
        DateSumExpression sum => [sum.Date, sum.Duration],
        SpanBoundExpression span => [span.From, span.To],
        ConditionalBoundExpression conditional => [conditional.Condition, conditional.Then, conditional.Else],
        QuantifierBoundExpression quantifier => [quantifier.List, quantifier.Predicate],
        CountBoundExpression { Predicate: { } predicate } count => [count.List, predicate],
        CountBoundExpression count => [count.List],
        CountTrueBoundExpression count => count.Operands,
        FieldExpression field => [field.Target],
        _ => [],
    };
}
