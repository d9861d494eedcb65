using System.Collections.Immutable;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>What bare names mean where an expression stands, and what is already known to be recorded there.</summary>
/// <param name="Module">The module.</param>
internal sealed record ExpressionScope(ModuleScope Module)
{
    /// <summary>Variables of the quantifiers around, the innermost first.</summary>
    public ImmutableList<ElementVariable> Variables { get; init; } = [];

    /// <summary>Inputs of the trigger around.</summary>
    public NameIndex<FieldSymbol> Inputs { get; init; } = new();

    /// <summary>The lifecycle around, whose states are looked for first.</summary>
    public BoundLifecycle? Lifecycle { get; init; }

    /// <summary>Keys (<see cref="Recorded.KeyOf"/>) of what is known not to be missing here.</summary>
    public ImmutableHashSet<string> Settled { get; init; } = [];

    /// <summary>True where a missing value is answered for as a whole: in a `by date` expression.</summary>
    public bool MayMiss { get; init; }

    /// <summary>The calendar of date sums, from `on calendar` around.</summary>
    public CalendarSymbol? Calendar { get; init; }

    /// <summary>How many quantifiers stand around.</summary>
    public int Depth { get; init; }

    /// <summary>Where a test may be put before what is being bound; null outside conditions.</summary>
    public ConditionPlace? Place { get; init; }

    /// <summary>The scope inside a part of a condition, or inside a condition of its own.</summary>
    public ExpressionScope In(ExpressionSyntax part) =>
        this with { Place = (Place ?? new ConditionPlace(part, part, IsChoice: false)).In(part) };

    /// <summary>The same scope where more is known to be recorded.</summary>
    public ExpressionScope With(IEnumerable<string> settled) =>
        Settled.Union(settled) is var more && more == Settled ? this : this with { Settled = more };
}
