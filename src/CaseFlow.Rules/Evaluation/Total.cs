using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Adds up numbers or money of which some may not be known: keeps the lowest and the highest that the total may be.
/// </summary>
internal sealed class Total
{
    private readonly Value _zero;
    private readonly Func<string> _text;
    private bool _isExact = true;

    /// <summary>Begins with nothing.</summary>
    /// <param name="zero">What nothing comes to.</param>
    /// <param name="text">Quoted where the total is too large.</param>
    public Total(Value zero, Func<string> text)
    {
        (_zero, _text) = (zero, text);
        (Low, High) = (zero, zero);
    }

    /// <summary>The lowest that it may be; null where there is no bound.</summary>
    public Value? Low { get; private set; }

    /// <summary>The highest that it may be; null where there is no bound.</summary>
    public Value? High { get; private set; }

    /// <summary>The total where it is known; else null.</summary>
    public Value? Exact => Low is not null && Low.Equals(High) ? Low : null;

    /// <summary>Whether an amount is known to add nothing.</summary>
    public static bool IsNothing(Value amount) =>
        amount is MissingValue or NumberValue { Value: 0 } or MoneyValue { Minor: 0 };

    /// <summary>Adds an amount; missing adds nothing.</summary>
    /// <param name="amount">The amount, maybe not known.</param>
    /// <param name="isSure">False: it may turn out not to count at all.</param>
    /// <exception cref="EvaluationFaultException">Everything so far is known, and the total is too large or mixes
    /// currencies.</exception>
    public void Add(Value amount, bool isSure)
    {
        if (IsNothing(amount))
        {
            return;
        }

        var (low, high) = amount is UnknownValue unknown ? NumberRanges.Ends(unknown.Range) : (amount, amount);
        _isExact &= isSure && amount is not UnknownValue;
        if (!isSure)
        {
            (low, high) = (IsBelow(low) ? low : _zero, IsAbove(high) ? high : _zero);
        }

        (Low, High) = (Plus(Low, low), Plus(High, high));
    }

    /// <summary>The ends brought within two bounds, both inclusive; where they cross, the lower one holds.</summary>
    public (Value? Low, Value? High) Within(Value lowest, Value highest)
    {
        if (lowest is UnknownValue or MissingValue || highest is UnknownValue or MissingValue)
        {
            return (null, null);
        }

        return (Within(Low ?? lowest, lowest, highest), Within(High ?? highest, lowest, highest));
    }

    private static Value Within(Value value, Value lowest, Value highest)
    {
        value = ValueComparison.Order(value, highest) > 0 ? highest : value;
        return ValueComparison.Order(value, lowest) < 0 ? lowest : value;
    }

    // An end that is not bounded may lie on either side of nothing.
    private static bool IsBelow(Value? end) => end is null or NumberValue { Value: < 0 } or MoneyValue { Minor: < 0 };

    private static bool IsAbove(Value? end) => end is null or NumberValue { Value: > 0 } or MoneyValue { Minor: > 0 };

    private Value? Plus(Value? end, Value? amount)
    {
        if (end is null || amount is null)
        {
            return null;
        }

        try
        {
            return ValueArithmetic.Apply(ArithmeticOperator.Add, end, amount, _text);
        }
        catch (EvaluationFaultException) when (!_isExact)
        {
            // What may not come to count has no fault yet.
            return null;
        }
    }
}
