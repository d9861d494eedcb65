using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Evaluation;

/// <summary>The four operations on numbers and durations. Missing in gives missing out.</summary>
internal static class ValueArithmetic
{
    /// <summary>The result; <paramref name="expression"/> is quoted where the case has none.</summary>
    /// <exception cref="EvaluationFaultException">Division by zero, overflow, mixed units.</exception>
    public static Value Apply(ArithmeticOperator operation, Value left, Value right, Func<string> expression)
    {
        if (left is UnknownValue || right is UnknownValue)
        {
            return Kleene.Join(left, right)! with { Range = RangeOf(operation, left, right) };
        }

        if (left is MissingValue || right is MissingValue)
        {
            return MissingValue.Instance;
        }

        if (operation == ArithmeticOperator.Divide && right is NumberValue { Value: 0 })
        {
            throw new EvaluationFaultException(RulesCodes.DivisionByZeroInCase, [expression()]);
        }

        try
        {
            return Known(operation, left, right);
        }
        catch (OverflowException)
        {
            throw new EvaluationFaultException(RulesCodes.NumberOutOfRange, [expression()]);
        }
    }

    private static Value Known(ArithmeticOperator operation, Value left, Value right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => new NumberValue(Numbers(operation, a.Value, b.Value)),
        (DurationValue a, DurationValue b) => Durations(operation, a.Value, b.Value),
        (DurationValue a, NumberValue b) => Times(a.Value, operation, b.Value),
        (NumberValue a, DurationValue b) => Times(b.Value, operation, a.Value),
        _ => throw new InvalidOperationException("The types of the operation were not checked."),
    };

    private static decimal Numbers(ArithmeticOperator operation, decimal left, decimal right) => operation switch
    {
        ArithmeticOperator.Add => left + right,
        ArithmeticOperator.Subtract => left - right,
        ArithmeticOperator.Multiply => left * right,
        _ => left / right,
    };

    private static DurationValue Durations(ArithmeticOperator operation, RuleDuration left, RuleDuration right) =>
        left.Unit == right.Unit
            ? new DurationValue(left with { Count = (int)Numbers(operation, left.Count, right.Count) })
            : throw new EvaluationFaultException(RulesCodes.UnitsDoNotCompare, [left.ToString(), right.ToString()]);

    // Half a day is no length of the law; a product that is not whole leaves the range of durations.
    private static DurationValue Times(RuleDuration duration, ArithmeticOperator operation, decimal by)
    {
        var count = Numbers(operation, duration.Count, by);
        return decimal.IsInteger(count)
            ? new DurationValue(duration with { Count = (int)count })
            : throw new OverflowException("A duration is a whole number of units.");
    }

    private static NumberRange? RangeOf(ArithmeticOperator operation, Value left, Value right)
    {
        if (NumberRanges.Of(left) is not { } a || NumberRanges.Of(right) is not { } b)
        {
            return null;
        }

        return operation switch
        {
            ArithmeticOperator.Add => new NumberRange(a.Low + b.Low, a.High + b.High),
            ArithmeticOperator.Subtract => new NumberRange(a.Low - b.High, a.High - b.Low),
            _ => null,
        };
    }
}
