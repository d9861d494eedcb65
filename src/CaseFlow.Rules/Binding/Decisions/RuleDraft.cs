using System.Collections.Immutable;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>A rule, an exception or a whole table on its way to the intermediate form.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parents">The names after `to`.</param>
/// <param name="Regardless">Whether the parents' conditions are not inherited.</param>
/// <param name="Rows">One for a rule; one a row for a table.</param>
internal sealed record RuleDraft(Name Name, IReadOnlyList<Name> Parents, bool Regardless, IReadOnlyList<RowDraft> Rows)
{
    /// <summary>The place behind its last word.</summary>
    public required SourceSpan End { get; init; }

    /// <summary>Whether it is a table, whose columns say which outputs its rows give.</summary>
    public bool IsTable { get; init; }

    /// <summary>The parents that exist; none while a circle stands among them.</summary>
    public IReadOnlyList<RuleDraft> Found { get; set; } = [];

    /// <summary>What is recorded wherever this holds: told by its own conditions and those it inherits.</summary>
    public ImmutableHashSet<string> Tells { get; set; } = [];
}

/// <summary>A rule of its own name: a whole rule, or a row of a table.</summary>
/// <param name="Name">`rule` or `table#row`.</param>
/// <param name="Versions">Its versions.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Note">The comment above.</param>
internal sealed record RowDraft(string Name, IReadOnlyList<VersionDraft> Versions, SourceSpan Span, string? Note)
{
    /// <summary>The versions, once bound.</summary>
    public IReadOnlyList<BoundVersion> Bound { get; set; } = [];
}

/// <summary>A version before its values are bound.</summary>
/// <param name="Period">When it is in force.</param>
/// <param name="Cites">What it cites.</param>
/// <param name="When">Binds its condition where names mean what the scope says.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Written">The period as written; null where it is that of the laws.</param>
internal sealed record VersionDraft(
    LawPeriod Period,
    IReadOnlyList<Citation> Cites,
    Func<ExpressionScope, BoundExpression?> When,
    EffectSyntax Effect,
    SourceSpan Span,
    PeriodSyntax? Written);
