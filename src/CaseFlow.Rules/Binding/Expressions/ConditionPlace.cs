using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>
/// Where in a condition a test may be put before the part that is being bound, so that this part is asked only where
/// the test holds.
/// </summary>
/// <param name="Root">The whole condition.</param>
/// <param name="Part">The part, with the `not` around it: what is not asked must not hold.</param>
/// <param name="IsChoice">Whether the part stands in an `or`, so that the two need parentheses.</param>
internal sealed record ConditionPlace(ExpressionSyntax Root, ExpressionSyntax Part, bool IsChoice)
{
    /// <summary>No place: under `every` a part that is not asked would have to hold.</summary>
    public static ConditionPlace Nowhere { get; } =
        new(new ErrorExpression(default), new ErrorExpression(default), IsChoice: false);

    /// <summary>The place for what stands in a part of the condition.</summary>
    public ConditionPlace In(ExpressionSyntax part) => this == Nowhere || Part is NotExpression
        ? this
        : this with { Part = part, IsChoice = part is LogicalExpression logical ? !logical.IsAnd : IsChoice };

    /// <summary>Whether the condition asks somewhere whether a value is there.</summary>
    /// <param name="isValue">Whether an expression is that value.</param>
    public bool Asks(Func<ExpressionSyntax, bool> isValue) => Asks(Root, isValue);

    private static bool Asks(ExpressionSyntax part, Func<ExpressionSyntax, bool> isValue) => part switch
    {
        MissingTestExpression test => isValue(test.Operand),
        NotExpression not => Asks(not.Operand, isValue),
        LogicalExpression logical => logical.Operands.Any(operand => Asks(operand, isValue)),
        _ => false,
    };
}
