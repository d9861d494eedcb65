using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>What is known of numbers that are not known.</summary>
internal static class NumberRanges
{
    /// <summary>The numbers that a value may be; null where nothing is known or it is no number.</summary>
    public static NumberRange? Of(Value value) => value switch
    {
        NumberValue number => new NumberRange(number.Value, number.Value),
        UnknownValue unknown => unknown.Range,
        _ => null,
    };

    /// <summary>A count of which <paramref name="sure"/> are known to count and the unknown ones may.</summary>
    public static Value Count(int sure, int possible, UnknownValue? unknown) => unknown is null
        ? new NumberValue(sure)
        : unknown with { Range = new NumberRange(sure, sure + possible) };
}
