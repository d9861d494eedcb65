using System.Linq.Expressions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using ConstantExpression = CaseFlow.Rules.Binding.Expressions.ConstantExpression;

namespace CaseFlow.Rules.Compilation;

// Here: conditions.
internal sealed partial class Emitter
{
    // `and` ends at the first operand that is certainly false, `or` at the first that is certainly true.
    private Expression Logical(LogicalBoundExpression logical)
    {
        var result = Expression.Variable(typeof(byte), "result");
        var end = Expression.Label(typeof(byte));
        var settled = Expression.Constant(logical.IsAnd ? Truths.No : Truths.Yes);
        var body = new List<Expression>();
        for (var index = 0; index < logical.Operands.Count; index++)
        {
            var operand = Condition(logical.Operands[index]);
            var next = index == 0 ? operand
                : logical.IsAnd ? And(result, operand)
                : Or(result, operand);
            body.Add(Expression.Assign(result, next));
            if (index < logical.Operands.Count - 1)
            {
                body.Add(Expression.IfThen(Expression.Equal(result, settled), Expression.Return(end, settled)));
            }
        }

        body.Add(Expression.Label(end, result));
        return Expression.Block([result], body);
    }

    private Expression Comparison(ComparisonBoundExpression comparison)
    {
        var (left, right) = (Value(comparison.Left), Value(comparison.Right));
        return comparison switch
        {
            { Operator: ComparisonOperator.Equal, Right: ConstantExpression { Value: var value } }
                when IsPlain(value) =>
                Operation(nameof(Operations.IsThe), left, right),
            _ => Operation(
                nameof(Operations.Compare), Expression.Constant(comparison.Operator), left, right),
        };
    }

    // The value is looked at once; every choice is, as the interpreter does.
    private BlockExpression Membership(MembershipBoundExpression membership)
    {
        var value = Expression.Variable(typeof(Value), "value");
        Expression any = Expression.Constant(Truths.No);
        foreach (var choice in membership.Choices)
        {
            var isThe = choice is ConstantExpression { Value: var plain } && IsPlain(plain)
                ? Operation(nameof(Operations.IsThe), value, Value(choice))
                : Operation(
                    nameof(Operations.Compare), Expression.Constant(ComparisonOperator.Equal), value, Value(choice));
            any = Or(any, isThe);
        }

        return Expression.Block([value], Expression.Assign(value, Value(membership.Operand)), any);
    }

    // Where the condition is not known, both branches are looked at.
    private BlockExpression Conditional(
        ConditionalBoundExpression conditional, Func<BoundExpression, Expression> emit)
    {
        var condition = Expression.Variable(typeof(byte), "condition");
        var (then, otherwise) = (emit(conditional.Then), emit(conditional.Else));
        var one = Expression.Variable(then.Type, "then");
        var other = Expression.Variable(then.Type, "otherwise");
        var isYes = Expression.Equal(condition, Expression.Constant(Truths.Yes));
        var isNo = Expression.Equal(condition, Expression.Constant(Truths.No));
        var unread = Expression.Default(then.Type);
        return Expression.Block(
            [condition, one, other],
            Expression.Assign(condition, Condition(conditional.Condition)),
            Expression.Assign(one, Expression.Condition(isNo, unread, then)),
            Expression.Assign(other, Expression.Condition(isYes, unread, otherwise)),
            Expression.Condition(
                isYes,
                one,
                Expression.Condition(isNo, other, Operation(nameof(Operations.Either), one, other))));
    }

    private static bool IsPlain(Value value) => value is not (ListValue or RecordValue or UnknownValue or MoneyValue);

    private static UnaryExpression And(Expression left, Expression right) => Bits(Expression.And, left, right);

    private static UnaryExpression Or(Expression left, Expression right) => Bits(Expression.Or, left, right);

    // The operators of expression trees begin at sixteen bits.
    private static UnaryExpression Bits(
        Func<Expression, Expression, BinaryExpression> operation, Expression left, Expression right) =>
        Expression.Convert(
            operation(Expression.Convert(left, typeof(int)), Expression.Convert(right, typeof(int))), typeof(byte));
}
