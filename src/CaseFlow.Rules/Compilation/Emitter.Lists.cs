using System.Linq.Expressions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;
using Variable = System.Linq.Expressions.ParameterExpression;

namespace CaseFlow.Rules.Compilation;

// Here: lists. Loops are laid out in place, so that nothing is allocated for them.
internal sealed partial class Emitter
{
    private BlockExpression Quantifier(QuantifierBoundExpression quantifier)
    {
        var tally = new Tally();
        return Tallied(
            tally,
            (quantifier.List, quantifier.Variable, quantifier.Predicate),
            Operation(
                nameof(Operations.Quantify),
                Expression.Constant(quantifier.Kind),
                Expression.Constant(quantifier.AtLeast),
                tally.Sure,
                tally.Open,
                tally.Of));
    }

    private Expression Count(CountBoundExpression count)
    {
        if (count.Predicate is null)
        {
            return Operation(
                nameof(Operations.Length), Value(count.List), Expression.Constant(count.List.Type.Bound));
        }

        var tally = new Tally();
        return Tallied(
            tally,
            (count.List, count.Variable!, count.Predicate),
            Operation(nameof(Operations.Count), tally.List, tally.Sure, tally.Open));
    }

    private BlockExpression CountTrue(CountTrueBoundExpression count)
    {
        var tally = new Tally();
        var body = new List<Expression>
        {
            Expression.Assign(tally.Sure, Expression.Constant(0)),
            Expression.Assign(tally.Open, Expression.Constant(0)),
        };
        foreach (var operand in count.Operands)
        {
            body.Add(Expression.Assign(tally.Truth, Condition(operand)));
            body.AddRange(tally.Add());
        }

        body.Add(Operation(nameof(Operations.CountTrue), tally.Sure, tally.Open));
        return Expression.Block([tally.Sure, tally.Open, tally.Truth], body);
    }

    // An untold list may have as many elements as its bound, none of which is looked at.
    private BlockExpression Tallied(
        Tally tally, (BoundExpression List, ElementVariable Variable, BoundExpression Predicate) over, Expression result)
    {
        var item = Expression.Variable(typeof(Value), over.Variable.Name);
        _elements[over.Variable] = item;
        var predicate = Condition(over.Predicate);
        _elements.Remove(over.Variable);
        var end = Expression.Label();
        var loop = Expression.Loop(
            Expression.Block(
                [
                    Expression.IfThen(
                        Expression.GreaterThanOrEqual(tally.Index, tally.Of), Expression.Break(end)),
                    Expression.Assign(item, Operation(nameof(Operations.ItemAt), tally.List, tally.Index)),
                    Expression.Assign(tally.Index, Expression.Add(tally.Index, Expression.Constant(1))),
                    Expression.Assign(tally.Truth, predicate),
                    .. tally.Add(),
                ]),
            end);
        return Expression.Block(
            [tally.List, tally.Sure, tally.Open, tally.Of, tally.Index, tally.Truth, item],
            Expression.Assign(tally.List, Value(over.List)),
            Expression.Assign(tally.Sure, Expression.Constant(0)),
            Expression.Assign(tally.Index, Expression.Constant(0)),
            Expression.Assign(tally.Of, Operation(nameof(Operations.ItemCount), tally.List)),
            Expression.Assign(
                tally.Open,
                Operation(nameof(Operations.OpenCount), tally.List, Expression.Constant(over.List.Type.Bound))),
            loop,
            result);
    }

    private sealed class Tally
    {
        public Variable List { get; } = Expression.Variable(typeof(Value), "list");

        public Variable Sure { get; } = Expression.Variable(typeof(int), "sure");

        public Variable Open { get; } = Expression.Variable(typeof(int), "open");

        public Variable Of { get; } = Expression.Variable(typeof(int), "of");

        public Variable Index { get; } = Expression.Variable(typeof(int), "index");

        public Variable Truth { get; } = Expression.Variable(typeof(byte), "truth");

        /// <summary>Counts the truth at hand.</summary>
        public Expression[] Add() => [AddWhere(Sure, Truths.Yes), AddWhere(Open, Truths.Open)];

        private ConditionalExpression AddWhere(Variable count, byte truth) => Expression.IfThen(
            Expression.Equal(Truth, Expression.Constant(truth)),
            Expression.Assign(count, Expression.Add(count, Expression.Constant(1))));
    }
}
