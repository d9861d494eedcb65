using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// Tells in which units a value may come out, through definitions and decisions: durations in days or months, money in
/// its currencies.
/// </summary>
/// <param name="pack">The pack.</param>
/// <param name="kind">The type that has units.</param>
/// <param name="unitOf">The unit of a known value; none where it has none.</param>
internal sealed class PossibleUnits<TUnit>(BoundPack pack, TypeKind kind, Func<Value, IEnumerable<TUnit>> unitOf)
{
    private const int DeepestChain = 100;

    private readonly Dictionary<DecisionSymbol, BoundDecision> _decisions =
        pack.Decisions.ToDictionary(decision => decision.Symbol);

    private readonly HashSet<Symbol> _open = [];

    // Definitions and outputs are looked through once: read twice by each of a chain, the last would be seen a million
    // times.
    private readonly Dictionary<Symbol, (IReadOnlySet<TUnit> Units, bool IsAll)> _known = [];

    /// <summary>The units, and whether these are all: a fact or an input may come in any.</summary>
    public (IReadOnlySet<TUnit> Units, bool IsAll) Of(BoundExpression expression) => expression switch
    {
        ConstantExpression constant => (unitOf(constant.Value).ToHashSet(), true),
        ParameterExpression parameter => (
            parameter.Parameter.Values.SelectMany(dated => unitOf(dated.Value)).ToHashSet(),
            true),
        ArithmeticBoundExpression sum => Together(
            new[] { sum.Left, sum.Right }.Where(side => side.Type.Kind == kind)),
        ConditionalBoundExpression conditional => Together([conditional.Then, conditional.Else]),
        AggregateBoundExpression { Kind: not AggregateKind.Total } aggregate => Of(aggregate.Operand),
        DefinitionExpression { Definition: var definition } => Inside(definition, definition, [definition.Value]),
        OutputExpression output => Of(output.Decision, output.Output),
        _ => (None.Units, false),
    };

    /// <summary>The units of an output.</summary>
    public (IReadOnlySet<TUnit> Units, bool IsAll) Of(DecisionSymbol decision, OutputSymbol output) =>
        _decisions.TryGetValue(decision, out var bound)
            ? Inside(output, decision, DecisionParts.ValuesOf(bound, output))
            : (None.Units, false);

    private static (IReadOnlySet<TUnit> Units, bool IsAll) None { get; } = (new HashSet<TUnit>(), true);

    private (IReadOnlySet<TUnit> Units, bool IsAll) Inside(
        Symbol value, Symbol owner, IEnumerable<BoundExpression> values)
    {
        if (_known.TryGetValue(value, out var known))
        {
            return known;
        }

        // A circle has its own finding; here it only must not turn for ever. A chain too deep to follow stays untold.
        if (_open.Count == DeepestChain || !_open.Add(owner))
        {
            return (None.Units, false);
        }

        var units = Together(values);
        _open.Remove(owner);
        _known[value] = units;
        return units;
    }

    private (IReadOnlySet<TUnit> Units, bool IsAll) Together(IEnumerable<BoundExpression> values)
    {
        var all = values.Select(Of).ToList();
        return (all.SelectMany(part => part.Units).ToHashSet(), all.TrueForAll(part => part.IsAll));
    }
}
