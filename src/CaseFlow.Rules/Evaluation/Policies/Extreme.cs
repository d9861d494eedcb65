using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation.Policies;

/// <summary>Which of two values is higher, or lower: the one that is sought. Missing never is.</summary>
/// <param name="IsHighest">True: the highest is sought.</param>
/// <param name="Type">The values' type.</param>
internal sealed record Extreme(bool IsHighest, RuleType Type)
{
    /// <summary>Whether a known value is more of what is sought than the best so far.</summary>
    /// <exception cref="EvaluationFaultException">The values have no order: two units, two currencies.</exception>
    public bool Beats(Value value, Value best) => value is not MissingValue
        && (best is MissingValue || Order(value, best) > 0);

    /// <summary>Whether a value may yet turn out to beat the best that is sure.</summary>
    /// <param name="value">The value, maybe not known.</param>
    /// <param name="counts">Whether it counts, as far as is known.</param>
    /// <param name="best">The best of those that are known and surely count; missing where there is none.</param>
    public bool MayBeat(Value value, Value counts, Value best)
    {
        if (counts is not UnknownValue && value is not UnknownValue)
        {
            return false;
        }

        try
        {
            return value is UnknownValue unknown ? MayBeat(unknown, best) : Beats(value, best);
        }
        catch (EvaluationFaultException)
        {
            // What is not surely there has no fault yet.
            return true;
        }
    }

    private bool MayBeat(UnknownValue value, Value best) => best switch
    {
        EnumValue member when IsLast(member) => false,
        _ when value.Range is { } range && NumberRanges.Of(best) is { } at =>
            range.Currency != at.Currency || (IsHighest ? range.High > at.High : range.Low < at.Low),
        _ => true,
    };

    private int Order(Value value, Value best) =>
        IsHighest ? ValueComparison.Order(value, best) : ValueComparison.Order(best, value);

    private bool IsLast(EnumValue member) =>
        member.Member == (IsHighest ? Type.Enum!.Members[^1] : Type.Enum!.Members[0]);
}
