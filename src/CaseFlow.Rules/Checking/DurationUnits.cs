using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>Tells in which units a duration may come out, through definitions and decisions.</summary>
internal sealed class DurationUnits(BoundPack pack)
{
    private const int DeepestChain = 100;

    private readonly Dictionary<DecisionSymbol, BoundDecision> _decisions =
        pack.Decisions.ToDictionary(decision => decision.Symbol);

    private readonly HashSet<Symbol> _open = [];

    /// <summary>The units, and whether these are all: a fact or an input may come in any.</summary>
    public (IReadOnlySet<DurationUnit> Units, bool IsAll) Of(BoundExpression duration) => duration switch
    {
        ConstantExpression { Value: DurationValue value } => Only(value.Value.Unit),
        ConstantExpression { Value: MissingValue } => None,
        ParameterExpression parameter => (
            parameter.Parameter.Values.Select(dated => dated.Value).OfType<DurationValue>()
                .Select(value => value.Value.Unit).ToHashSet(),
            true),
        ArithmeticBoundExpression sum => Together(
            new[] { sum.Left, sum.Right }.Where(side => side.Type.Kind == TypeKind.Duration)),
        ConditionalBoundExpression conditional => Together([conditional.Then, conditional.Else]),
        DefinitionExpression definition => Inside(definition.Definition, [definition.Definition.Value]),
        OutputExpression output => Of(output.Decision, output.Output),
        _ => (None.Units, false),
    };

    /// <summary>The units of an output.</summary>
    public (IReadOnlySet<DurationUnit> Units, bool IsAll) Of(DecisionSymbol decision, OutputSymbol output) =>
        _decisions.TryGetValue(decision, out var bound)
            ? Inside(decision, DecisionParts.ValuesOf(bound, output))
            : (None.Units, false);

    private static (IReadOnlySet<DurationUnit> Units, bool IsAll) None { get; } = (new HashSet<DurationUnit>(), true);

    private static (IReadOnlySet<DurationUnit> Units, bool IsAll) Only(DurationUnit unit) =>
        (new HashSet<DurationUnit> { unit }, true);

    private (IReadOnlySet<DurationUnit> Units, bool IsAll) Inside(Symbol symbol, IEnumerable<BoundExpression> values)
    {
        // A circle has its own finding; here it only must not turn for ever. A chain too deep to follow stays untold.
        if (_open.Count == DeepestChain || !_open.Add(symbol))
        {
            return (None.Units, false);
        }

        var units = Together(values);
        _open.Remove(symbol);
        return units;
    }

    private (IReadOnlySet<DurationUnit> Units, bool IsAll) Together(IEnumerable<BoundExpression> values)
    {
        var all = values.Select(Of).ToList();
        return (all.SelectMany(part => part.Units).ToHashSet(), all.TrueForAll(part => part.IsAll));
    }
}
