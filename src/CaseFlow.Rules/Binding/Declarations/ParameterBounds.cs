using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Whether a value lies within a parameter's bounds, both inclusive.</summary>
internal static class ParameterBounds
{
    /// <summary>
    /// True where the value lies within, or cannot be told: then something else is wrong and said elsewhere.
    /// </summary>
    public static bool Holds(ParameterSymbol parameter, Value value) =>
        (parameter.Lowest, value, parameter.Highest) switch
        {
            (NumberValue low, NumberValue at, NumberValue high) => low.Value <= at.Value && at.Value <= high.Value,
            (DateValue low, DateValue at, DateValue high) => low.Value <= at.Value && at.Value <= high.Value,
            (EnumValue low, EnumValue at, EnumValue high) =>
                low.Member.Ordinal <= at.Member.Ordinal && at.Member.Ordinal <= high.Member.Ordinal,
            (DurationValue low, DurationValue at, DurationValue high) => IsBetween(low.Value, at.Value, high.Value),
            _ => true,
        };

    private static bool IsBetween(RuleDuration low, RuleDuration at, RuleDuration high) =>
        low.Unit == at.Unit && at.Unit == high.Unit && low.Count <= at.Count && at.Count <= high.Count;
}
