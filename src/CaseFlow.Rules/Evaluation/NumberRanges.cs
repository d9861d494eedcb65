using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>What is known of numbers and amounts that are not known.</summary>
internal static class NumberRanges
{
    /// <summary>The numbers that a value may be; null where nothing is known or it is no number.</summary>
    public static NumberRange? Of(Value value) => value switch
    {
        NumberValue number => new NumberRange(number.Value, number.Value),
        MoneyValue money => Of(MoneyUnits.ToMajor(money), money.Currency),
        UnknownValue unknown => unknown.Range,
        _ => null,
    };

    /// <summary>A count of which <paramref name="sure"/> are known to count and the unknown ones may.</summary>
    public static Value Count(int sure, int possible, UnknownValue? unknown) => unknown is null
        ? new NumberValue(sure)
        : unknown with { Range = new NumberRange(sure, sure + possible) };

    /// <summary>From one known value to another; null where one is not bounded.</summary>
    public static NumberRange? Between(Value? low, Value? high) =>
        low is not null && high is not null ? Hull(low, high) : null;

    /// <summary>All that either value may be; null where one is not bounded.</summary>
    public static NumberRange? Hull(Value one, Value other) =>
        Of(one) is { } a && Of(other) is { } b ? Hull(a, b) : null;

    /// <summary>All that either may be; null where their currencies differ.</summary>
    public static NumberRange? Hull(NumberRange one, NumberRange other) => one.Currency == other.Currency
        ? one with { Low = Math.Min(one.Low, other.Low), High = Math.Max(one.High, other.High) }
        : null;

    /// <summary>The lowest and highest as values; null where nothing is known.</summary>
    public static (Value? Low, Value? High) Ends(NumberRange? range) => range is { } known
        ? (End(known.Low, known.Currency), End(known.High, known.Currency))
        : (null, null);

    private static Value? End(decimal end, string? currency) =>
        currency is null ? new NumberValue(end) : MoneyUnits.FromMajor(end, currency);

    private static NumberRange Of(decimal amount, string currency) => new(amount, amount) { Currency = currency };
}
