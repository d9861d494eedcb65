using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Analysis.Conditions;

/// <summary>What an expression comes to for some cases: a constant, or the value of a variable.</summary>
internal abstract record Leaf;

/// <summary>A constant, or missing.</summary>
internal sealed record ConstantLeaf(Value Value) : Leaf;

/// <summary>The value of a variable.</summary>
internal sealed record VariableLeaf(Variable Variable) : Leaf
{
    /// <inheritdoc/>
    public bool Equals(VariableLeaf? other) => ReferenceEquals(Variable, other?.Variable);

    /// <inheritdoc/>
    public override int GetHashCode() => Variable.Level;
}

/// <summary>What an expression comes to, case by case; cases in none of the parts have no answer.</summary>
/// <param name="Cases">The cases.</param>
/// <param name="Leaf">What it comes to for them.</param>
internal readonly record struct TermPart(int Cases, Leaf Leaf);
