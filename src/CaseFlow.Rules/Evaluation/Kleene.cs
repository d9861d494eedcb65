using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>
/// Three-valued logic. A false operand of `and` (a true one of `or`) settles the whole whatever is unknown; otherwise
/// what is unknown carries along which facts would tell.
/// </summary>
internal static class Kleene
{
    /// <summary>A value as a condition: a missing one does not hold.</summary>
    public static Value Truth(Value value) => value is MissingValue ? BooleanValue.No : value;

    /// <summary>Whether the value is known to hold.</summary>
    public static bool IsTrue(Value value) => value is BooleanValue { Value: true };

    /// <summary>Whether the value is known not to hold.</summary>
    public static bool IsFalse(Value value) => value is BooleanValue { Value: false };

    /// <summary>Not.</summary>
    public static Value Not(Value value) => value is BooleanValue known ? BooleanValue.Of(!known.Value) : value;

    /// <summary>And of two.</summary>
    public static Value And(Value left, Value right)
    {
        if (IsFalse(left) || IsFalse(right))
        {
            return BooleanValue.No;
        }

        return (Value?)Join(left, right) ?? BooleanValue.Yes;
    }

    /// <summary>Or of two.</summary>
    public static Value Or(Value left, Value right)
    {
        if (IsTrue(left) || IsTrue(right))
        {
            return BooleanValue.Yes;
        }

        return (Value?)Join(left, right) ?? BooleanValue.No;
    }

    /// <summary>What both leave unknown, or null where both are known.</summary>
    public static UnknownValue? Join(Value left, Value right) => (left as UnknownValue, right as UnknownValue) switch
    {
        ({ } a, { } b) => a.With(b),
        var (a, b) => a ?? b,
    };
}
