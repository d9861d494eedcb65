using System.Linq.Expressions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Facts;
using AggregateKind = CaseFlow.Rules.Syntax.Tree.AggregateKind;
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

    // Each element that takes part, or may, adds what is taken of it.
    private BlockExpression Aggregate(AggregateBoundExpression aggregate)
    {
        var tally = new Tally();
        var taken = Expression.Variable(typeof(Taken), "taken");
        var begin = Expression.Assign(taken, aggregate.Kind == AggregateKind.Total
            ? Expression.Call(
                typeof(Taken).GetMethod(nameof(Taken.Total))!,
                OfFrame(nameof(Frame.Zero), Expression.Constant(aggregate.Type)))
            : Expression.Call(
                typeof(Taken).GetMethod(nameof(Taken.Extreme))!,
                Expression.Constant(aggregate.Kind == AggregateKind.Highest),
                Expression.Constant(aggregate.Operand.Type)));
        var loop = Loop(tally, aggregate.List, aggregate.Variable, () =>
        [
            Expression.Assign(
                tally.Truth,
                aggregate.Predicate is { } predicate ? Condition(predicate) : Expression.Constant(Truths.Yes)),
            Expression.IfThen(
                Expression.NotEqual(tally.Truth, Expression.Constant(Truths.No)),
                Expression.Call(
                    taken, typeof(Taken).GetMethod(nameof(Taken.Add))!, Value(aggregate.Operand), tally.Truth)),
        ]);
        var result = Expression.Call(
            taken, typeof(Taken).GetMethod(nameof(Taken.Result))!, tally.List);
        return Expression.Block([taken], begin, Expression.Block(tally.Variables, [.. loop, result]));
    }

    // An untold list may have as many elements as its bound, none of which is looked at.
    private BlockExpression Tallied(
        Tally tally,
        (BoundExpression List, ElementVariable Variable, BoundExpression Predicate) over,
        Expression result)
    {
        var loop = Loop(
            tally,
            over.List,
            over.Variable,
            () => [Expression.Assign(tally.Truth, Condition(over.Predicate)), .. tally.Add()]);
        return Expression.Block(tally.Variables, [.. loop, result]);
    }

    private Expression[] Loop(
        Tally tally, BoundExpression list, ElementVariable variable, Func<Expression[]> ofEach)
    {
        var item = Expression.Variable(typeof(Value), variable.Name);
        _elements[variable] = item;
        var each = ofEach();
        _elements.Remove(variable);
        var end = Expression.Label();
        var loop = Expression.Loop(
            Expression.Block(
                [item],
                [
                    Expression.IfThen(
                        Expression.GreaterThanOrEqual(tally.Index, tally.Of), Expression.Break(end)),
                    Expression.Assign(item, Operation(nameof(Operations.ItemAt), tally.List, tally.Index)),
                    Expression.Assign(tally.Index, Expression.Add(tally.Index, Expression.Constant(1))),
                    .. each,
                ]),
            end);
        return
        [
            Expression.Assign(tally.List, Value(list)),
            Expression.Assign(tally.Sure, Expression.Constant(0)),
            Expression.Assign(tally.Index, Expression.Constant(0)),
            Expression.Assign(tally.Of, Operation(nameof(Operations.ItemCount), tally.List)),
            Expression.Assign(
                tally.Open, Operation(nameof(Operations.OpenCount), tally.List, Expression.Constant(list.Type.Bound))),
            loop,
        ];
    }

    private sealed class Tally
    {
        public Variable List { get; } = Expression.Variable(typeof(Value), "list");

        public Variable Sure { get; } = Expression.Variable(typeof(int), "sure");

        public Variable Open { get; } = Expression.Variable(typeof(int), "open");

        public Variable Of { get; } = Expression.Variable(typeof(int), "of");

        public Variable Index { get; } = Expression.Variable(typeof(int), "index");

        public Variable Truth { get; } = Expression.Variable(typeof(byte), "truth");

        public Variable[] Variables => [List, Sure, Open, Of, Index, Truth];

        /// <summary>Counts the truth at hand.</summary>
        public Expression[] Add() => [AddWhere(Sure, Truths.Yes), AddWhere(Open, Truths.Open)];

        private ConditionalExpression AddWhere(Variable count, byte truth) => Expression.IfThen(
            Expression.Equal(Truth, Expression.Constant(truth)),
            Expression.Assign(count, Expression.Add(count, Expression.Constant(1))));
    }
}
