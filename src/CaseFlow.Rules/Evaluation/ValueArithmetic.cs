using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Evaluation;

/// <summary>The four operations on numbers, money and durations. Missing in gives missing out.</summary>
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

    /// <summary>The sum of two numbers; null where it is too large for one.</summary>
    public static decimal? Sum(decimal left, decimal right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static Value Known(ArithmeticOperator operation, Value left, Value right) => (left, right) switch
    {
        (NumberValue a, NumberValue b) => new NumberValue(Numbers(operation, a.Value, b.Value)),
        (DurationValue a, DurationValue b) => Durations(operation, a.Value, b.Value),
        (DurationValue a, NumberValue b) => Times(a.Value, operation, b.Value),
        (NumberValue a, DurationValue b) => Times(b.Value, operation, a.Value),
        (MoneyValue a, MoneyValue b) => Amounts(operation, a, b),
        (MoneyValue a, NumberValue b) => Times(a, operation, b.Value),
        (NumberValue a, MoneyValue b) => Times(b, operation, a.Value),
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

    private static MoneyValue Amounts(ArithmeticOperator operation, MoneyValue left, MoneyValue right) =>
        MoneyUnits.GoTogether(left, right)
            ? new MoneyValue(
                (long)Numbers(operation, left.Minor, right.Minor),
                left.Currency == MoneyUnits.NoCurrency ? right.Currency : left.Currency)
            : throw new EvaluationFaultException(RulesCodes.CurrenciesMixed, [left.Currency, right.Currency]);

    // Rounded once, to the nearest unit, a half to the even one.
    private static MoneyValue Times(MoneyValue money, ArithmeticOperator operation, decimal by) => money with
    {
        Minor = (long)decimal.Round(Numbers(operation, money.Minor, by), MidpointRounding.ToEven),
    };

    private static NumberRange? RangeOf(ArithmeticOperator operation, Value left, Value right)
    {
        if (NumberRanges.Of(left) is not { } a || NumberRanges.Of(right) is not { } b)
        {
            return null;
        }

        try
        {
            return operation switch
            {
                ArithmeticOperator.Add when a.Currency == b.Currency =>
                    a with { Low = a.Low + b.Low, High = a.High + b.High },
                ArithmeticOperator.Subtract when a.Currency == b.Currency =>
                    a with { Low = a.Low - b.High, High = a.High - b.Low },
                ArithmeticOperator.Multiply when a.Currency is null && b.Currency is null => Product(a, b),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static NumberRange Product(NumberRange a, NumberRange b)
    {
        decimal[] corners = [a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High];
        return new NumberRange(corners.Min(), corners.Max());
    }
}
