using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Compilation.Index;

namespace CaseFlow.Rules.Compilation;

/// <summary>One version of a rule as code: tests that go into an index, and what is left of them.</summary>
internal sealed class VersionCode
{
    private readonly CodeUnit _unit;
    private readonly int _condition;

    /// <summary>Lays a version out.</summary>
    /// <param name="version">The version.</param>
    /// <param name="code">The pack's code.</param>
    /// <param name="unit">The decision's unit.</param>
    /// <param name="isShared">Whether other versions test the same expression.</param>
    /// <param name="isOrdered">True: no test may be made before those that stand before it.</param>
    public VersionCode(
        BoundVersion version, PackCode code, CodeUnit unit, Func<BoundExpression, bool> isShared, bool isOrdered)
    {
        _unit = unit;
        var rest = new List<BoundExpression>();
        var tests = new List<(BoundExpression, BoundExpression)>();
        foreach (var conjunct in Conjuncts.Of(version.When))
        {
            // Once a test that may be a fault is left over, those behind it are evaluated only after it.
            var mayFault = rest.Exists(left => !code.Reaches.Of(left).IsFreeOf(Traits.MayFault));
            var operand = isOrdered || mayFault ? null : Conjuncts.OperandOf(conjunct);
            if (operand is not null && (IsLight(operand) || isShared(operand)))
            {
                tests.Add((operand, conjunct));
            }
            else
            {
                rest.Add(conjunct);
            }
        }

        Tests = tests;
        _condition = rest.Count == 0 ? -1 : unit.AddCondition(All(rest));
        Row = new RowCode(version.Values, code, unit);
    }

    /// <summary>What goes into the index, with the expression that it tests.</summary>
    public IReadOnlyList<(BoundExpression Operand, BoundExpression Condition)> Tests { get; }

    /// <summary>Whether something is left to be evaluated where the index does not say no.</summary>
    public bool HasRest => _condition >= 0;

    /// <summary>The values that it gives.</summary>
    public RowCode Row { get; }

    /// <summary>The truth of what is left.</summary>
    public byte Rest(Frame frame) => _unit.Truth(frame, _condition);

    private static BoundExpression All(List<BoundExpression> conditions) => conditions.Count == 1
        ? conditions[0]
        : new LogicalBoundExpression(true, conditions, conditions[0].Span);

    // Cheap to read even where no rule turns out to need it.
    private static bool IsLight(BoundExpression operand) =>
        operand is FactExpression or DefinitionExpression or OutputExpression or TodayBoundExpression
            or FieldExpression { Target: FactExpression };
}
