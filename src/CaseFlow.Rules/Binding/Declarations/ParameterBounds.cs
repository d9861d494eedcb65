using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Whether a parameter may take a value: within its bounds, both inclusive, and on its step.</summary>
internal static class ParameterBounds
{
    /// <summary>
    /// True where the value lies within, or cannot be told: then something else is wrong and said elsewhere.
    /// </summary>
    public static bool Holds(ParameterSymbol parameter, Value value) =>
        Compare(parameter.Lowest, value) is null or <= 0
        && Compare(value, parameter.Highest) is null or <= 0
        && HaveOneUnit(parameter.Lowest, value)
        && HaveOneUnit(value, parameter.Highest);

    /// <summary>Whether the value is the lowest plus a whole number of steps; true where there is no step.</summary>
    public static bool IsOnStep(ParameterSymbol parameter, Value value) =>
        (Amount(parameter.Lowest), Amount(value), StepOf(parameter)) switch
        {
            ({ } low, { } at, { } step) when step > 0 => Rest(at, step) == Rest(low, step),
            _ => true,
        };

    /// <summary>The order of two values of one unit; null where they have none.</summary>
    public static int? Compare(Value left, Value right) =>
        HaveOneUnit(left, right) && Amount(left) is { } a && Amount(right) is { } b ? a.CompareTo(b) : null;

    // Never negative. The difference of the two values itself may be beyond what a number can be.
    private static decimal Rest(decimal value, decimal step)
    {
        var rest = value % step;
        return rest < 0 ? rest + step : rest;
    }

    private static decimal? StepOf(ParameterSymbol parameter) => parameter.Step is null ? null : Amount(parameter.Step);

    private static bool HaveOneUnit(Value left, Value right) => (left, right) switch
    {
        (DurationValue a, DurationValue b) => a.Value.Unit == b.Value.Unit,
        (MoneyValue a, MoneyValue b) => a.Currency == b.Currency,
        _ => true,
    };

    private static decimal? Amount(Value value) => value switch
    {
        NumberValue number => number.Value,
        MoneyValue money => money.Minor,
        DateValue date => date.Value.DayNumber,
        DurationValue duration => duration.Value.Count,
        EnumValue member => member.Member.Ordinal,
        _ => null,
    };
}
