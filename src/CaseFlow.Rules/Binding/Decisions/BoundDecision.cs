using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>A decision in the intermediate form: tables are rules, versions stand beside each other.</summary>
/// <param name="Symbol">Its name and outputs.</param>
/// <param name="Policy">Hit policy.</param>
/// <param name="GoverningDate">The `by date` expression.</param>
/// <param name="Applies">The `applies when` condition, or null for always.</param>
/// <param name="Rules">All rules, exceptions and table rows in source order.</param>
/// <param name="Otherwise">What holds where no rule is active, or null: then that is a gap.</param>
/// <param name="Transitions">Transitional clauses for this decision, in source order.</param>
public sealed record BoundDecision(
    DecisionSymbol Symbol,
    HitPolicy Policy,
    BoundExpression GoverningDate,
    BoundExpression? Applies,
    IReadOnlyList<BoundRule> Rules,
    BoundOtherwise? Otherwise,
    IReadOnlyList<BoundTransition> Transitions)
{
    /// <summary>Collect only: equal values stand once.</summary>
    public bool Distinct { get; init; }

    /// <summary>Sum only: the total is brought within these bounds; null for none.</summary>
    public BoundClamp? Clamp { get; init; }
}

/// <summary>`clamp 0 to 100`, both inclusive.</summary>
public sealed record BoundClamp(BoundExpression Low, BoundExpression High);

/// <summary>A rule, an exception or a table row.</summary>
/// <param name="Name">The rule's name; `table#row`, 1-based, for a row.</param>
/// <param name="Parents">Indices (in <see cref="BoundDecision.Rules"/>) of the rules it is an exception to.</param>
/// <param name="Regardless">True: the parents' conditions are not inherited.</param>
/// <param name="Versions">At most one is in force on any day.</param>
/// <param name="Span">Where it stands.</param>
public sealed record BoundRule(
    string Name, IReadOnlyList<int> Parents, bool Regardless, IReadOnlyList<BoundVersion> Versions, SourceSpan Span)
{
    /// <summary>The comment above, shown in traces.</summary>
    public string? Note { get; init; }

    /// <summary>The place behind its last word; for a row, behind its table's.</summary>
    public SourceSpan End { get; init; } = Span;
}

/// <summary>One version of a rule.</summary>
/// <param name="Period">When it is in force: as written, or that of the laws it cites.</param>
/// <param name="Cites">Citations in source order (a row: its own, else the table's).</param>
/// <param name="When">Its own condition, or null for always.</param>
/// <param name="IsBlocker">True for `does not apply`.</param>
/// <param name="Values">
/// One expression an output, in the outputs' order; the amount of `add` for a sum; empty for a blocker.
/// </param>
/// <param name="Span">Where it stands.</param>
public sealed record BoundVersion(
    LawPeriod Period,
    IReadOnlyList<Citation> Cites,
    BoundExpression? When,
    bool IsBlocker,
    IReadOnlyList<BoundExpression> Values,
    SourceSpan Span);

/// <summary>`otherwise …`.</summary>
public sealed record BoundOtherwise(
    IReadOnlyList<BoundExpression> Values, IReadOnlyList<Citation> Cites, SourceSpan Span)
{
    /// <summary>What it is called beside the names of rules.</summary>
    internal const string Name = "otherwise";
}

/// <summary>A transitional clause: where <paramref name="When"/> holds, the law of another day governs.</summary>
public sealed record BoundTransition(
    string Name, IReadOnlyList<Citation> Cites, BoundExpression When, BoundExpression LawDate, SourceSpan Span);
