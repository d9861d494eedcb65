using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Compilation;

/// <summary>
/// Three-valued truth in two bits: the lower one says `certainly`, the upper one `possibly`. So the `and` and `or` of
/// Kleene are the processor's own.
/// </summary>
internal static class Truths
{
    /// <summary>No.</summary>
    public const byte No = 0;

    /// <summary>Not known.</summary>
    public const byte Open = 2;

    /// <summary>Yes.</summary>
    public const byte Yes = 3;

    // One answer in two bits for each of the four operands, the operand 0 lowest.
    private const int Negations = 0b00_10_00_11;

    /// <summary>A value that nobody has told; compiled code never says which facts would tell it.</summary>
    public static UnknownValue Untold { get; } = new([], []);

    /// <summary>A value as a condition: a missing one does not hold.</summary>
    public static byte Of(Value value) => value switch
    {
        BooleanValue known => known.Value ? Yes : No,
        UnknownValue => Open,
        _ => No,
    };

    /// <summary>A truth as a value.</summary>
    public static Value ToValue(byte truth) => truth switch
    {
        Yes => BooleanValue.Yes,
        No => BooleanValue.No,
        _ => Untold,
    };

    /// <summary>Not.</summary>
    public static byte Not(byte truth) => (byte)(Negations >> (truth * 2) & Yes);

    /// <summary>A truth that is known.</summary>
    public static byte Of(bool known) => known ? Yes : No;

    /// <summary>The truth of the interpreter's answer to a comparison.</summary>
    public static byte OfAnswer(Value answer) => Kleene.IsTrue(answer) ? Yes : Kleene.IsFalse(answer) ? No : Open;
}
