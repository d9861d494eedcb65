using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Evaluation;

/// <summary>The values that one rule gives to the outputs of its decision.</summary>
internal sealed record Row(IReadOnlyList<Value> Values)
{
    /// <summary>Whether a value of it is not known.</summary>
    public bool HasUnknown => Values.Any(value => value is UnknownValue);

    /// <summary>Whether the rows are known to be different, whatever is still unknown in them.</summary>
    public static bool Differ(Row left, Row right) => left.Values.Zip(right.Values)
        .Any(pair => Kleene.IsFalse(ValueComparison.AreEqual(pair.First, pair.Second)));

    /// <summary>Whether the rows are known to be the same.</summary>
    public static bool Same(Row left, Row right) => left.Values.Zip(right.Values)
        .All(pair => Kleene.IsTrue(ValueComparison.AreEqual(pair.First, pair.Second)));
}
