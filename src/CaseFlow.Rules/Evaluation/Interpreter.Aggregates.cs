using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation.Policies;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Evaluation;

// Here: totals and extremes over a list. What is taken of an element counts only where the element takes part.
internal sealed partial class Interpreter
{
    private Value TotalOf(AggregateBoundExpression aggregate, Scope scope)
    {
        if (Evaluate(aggregate.List, scope) is UnknownValue wholly)
        {
            return wholly with { Range = null };
        }

        var total = new Total(readings.Zero(aggregate.Type), () => ExpressionText.Of(aggregate));
        UnknownValue? open = null;
        foreach (var (value, takesPart) in Taken(aggregate, scope))
        {
            total.Add(value, isSure: takesPart is not UnknownValue);
            open = Opened(open, value, takesPart);
        }

        return total.Exact ?? open! with { Range = NumberRanges.Between(total.Low, total.High) };
    }

    private Value ExtremeOf(AggregateBoundExpression aggregate, Scope scope)
    {
        if (Evaluate(aggregate.List, scope) is UnknownValue wholly)
        {
            return wholly with { Range = null };
        }

        var extreme = new Extreme(aggregate.Kind == AggregateKind.Highest, aggregate.Operand.Type);
        var taken = Taken(aggregate, scope).ToList();
        Value best = MissingValue.Instance;
        foreach (var (value, takesPart) in taken)
        {
            if (takesPart is not UnknownValue && value is not UnknownValue && extreme.Beats(value, best))
            {
                best = value;
            }
        }

        UnknownValue? open = null;
        foreach (var (value, takesPart) in taken.Where(one => extreme.MayBeat(one.Value, one.TakesPart, best)))
        {
            open = Opened(open, value, takesPart);
        }

        return open is null ? best : open with { Range = null };
    }

    // What is taken of each element, and whether it takes part: surely, or as far as is known.
    private IEnumerable<(Value Value, Value TakesPart)> Taken(AggregateBoundExpression aggregate, Scope scope)
    {
        var items = Evaluate(aggregate.List, scope) is ListValue list ? list.Items : [];
        var path = PathOf(aggregate.List, scope);
        foreach (var item in items)
        {
            var inside = scope.With(aggregate.Variable, item, path);
            var takesPart = aggregate.Predicate is { } predicate
                ? Kleene.Truth(Evaluate(predicate, inside))
                : BooleanValue.Yes;
            if (takesPart is UnknownValue)
            {
                yield return (Attempt(aggregate.Operand, inside) ?? new UnknownValue([], []), takesPart);
            }
            else if (Kleene.IsTrue(takesPart))
            {
                yield return (Evaluate(aggregate.Operand, inside), takesPart);
            }
        }
    }

    private static UnknownValue? Opened(UnknownValue? open, Value value, Value takesPart)
    {
        var own = Kleene.Join(takesPart, value);
        return open is null ? own : Kleene.Join(open, own ?? value);
    }
}
