using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Compilation.Index;

/// <summary>Takes conditions apart, and finds the one thing that a part is a test of.</summary>
internal static class Conjuncts
{
    /// <summary>The parts that must all hold, in order.</summary>
    public static IEnumerable<BoundExpression> Of(BoundExpression? condition) => condition switch
    {
        null => [],
        LogicalBoundExpression { IsAnd: true } all => all.Operands.SelectMany(Of),
        _ => [condition],
    };

    /// <summary>
    /// The one expression whose value settles a condition whose other parts are constants and parameters; null where
    /// there are more, or none.
    /// </summary>
    public static BoundExpression? OperandOf(BoundExpression condition) =>
        Tested(condition) is { Type.Kind: not (TypeKind.List or TypeKind.Set or TypeKind.Record) } operand
            ? operand
            : null;

    private static BoundExpression? Tested(BoundExpression condition) => condition switch
    {
        // Texts in order are cut into no regions.
        ComparisonBoundExpression
        {
            Left.Type.Kind: TypeKind.Text,
            Operator: not (ComparisonOperator.Equal or ComparisonOperator.NotEqual),
        } => null,
        ComparisonBoundExpression comparison => (IsConstant(comparison.Left), IsConstant(comparison.Right)) switch
        {
            (false, true) => comparison.Left,
            (true, false) => comparison.Right,
            _ => null,
        },
        MembershipBoundExpression membership when membership.Choices.All(IsConstant) => membership.Operand,
        MissingTestBoundExpression test => test.Operand,
        NotBoundExpression not => Tested(not.Operand),
        LogicalBoundExpression logical => Common(logical.Operands),
        MembershipBoundExpression or ConstantExpression or ParameterExpression => null,
        { Type.Kind: TypeKind.Boolean } => condition,
        _ => null,
    };

    /// <summary>The constants that a condition compares its operand with, parameters among them.</summary>
    public static IEnumerable<BoundExpression> ConstantsOf(BoundExpression condition) =>
        ExpressionParts.All(condition).Where(IsConstant);

    /// <summary>The same condition of a given value instead of its operand.</summary>
    public static BoundExpression With(BoundExpression condition, BoundExpression operand, ConstantExpression value)
    {
        BoundExpression Put(BoundExpression part) => With(part, operand, value);
        return condition switch
        {
            _ when Sameness.Of.Equals(condition, operand) => value,
            ComparisonBoundExpression comparison =>
                comparison with { Left = Put(comparison.Left), Right = Put(comparison.Right) },
            MembershipBoundExpression membership => membership with { Operand = Put(membership.Operand) },
            MissingTestBoundExpression test => test with { Operand = Put(test.Operand) },
            NotBoundExpression not => not with { Operand = Put(not.Operand) },
            LogicalBoundExpression logical => logical with { Operands = [.. logical.Operands.Select(Put)] },
            _ => condition,
        };
    }

    private static bool IsConstant(BoundExpression expression) =>
        expression is ConstantExpression or ParameterExpression;

    private static BoundExpression? Common(IReadOnlyList<BoundExpression> conditions)
    {
        var first = Tested(conditions[0]);
        return first is not null
            && conditions.Skip(1).All(other => Tested(other) is { } same && Sameness.Of.Equals(same, first))
            ? first
            : null;
    }
}
