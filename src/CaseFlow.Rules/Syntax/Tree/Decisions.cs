using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax.Tree;

/// <summary>How the active rules of a decision make its outcome (DMN's hit policies).</summary>
public enum HitPolicy
{
    /// <summary>One distinct value; two or more are a conflict.</summary>
    Single,

    /// <summary>The first in order.</summary>
    First,

    /// <summary>All values.</summary>
    Collect,

    /// <summary>The total of `add`s.</summary>
    Sum,

    /// <summary>The highest value.</summary>
    Highest,

    /// <summary>The lowest value.</summary>
    Lowest,
}

/// <summary>A decision with its rules, exceptions and tables.</summary>
public sealed record DecisionSyntax(
    Name Name,
    NamesSyntax Names,
    IReadOnlyList<OutputSyntax> Outputs,
    ExpressionSyntax GoverningDate,
    HitPolicy Policy,
    bool Distinct,
    ClampSyntax? Clamp,
    ExpressionSyntax? Applies,
    IReadOnlyList<DecisionItemSyntax> Items,
    OtherwiseSyntax? Otherwise,
    SourceSpan Span) : DeclarationSyntax(Span)
{
    /// <summary>Where the hit policy stands, for findings about it.</summary>
    public SourceSpan PolicySpan { get; init; } = Span;
}

/// <summary>`clamp 0 to 100`.</summary>
public sealed record ClampSyntax(ExpressionSyntax Low, ExpressionSyntax High, SourceSpan Span) : SyntaxNode(Span);

/// <summary>One output of a decision.</summary>
public sealed record OutputSyntax(Name Name, TypeSyntax Type, NamesSyntax Names, SourceSpan Span) : SyntaxNode(Span);

/// <summary>A rule, exception or table.</summary>
public abstract record DecisionItemSyntax(SourceSpan Span) : SyntaxNode(Span)
{
    /// <summary>The comment directly above.</summary>
    public string? Note { get; init; }

    /// <summary>The place behind its last word.</summary>
    public SourceSpan End { get; init; } = Span;
}

/// <summary>A rule, or an exception where <paramref name="Parents"/> is not empty.</summary>
public sealed record RuleSyntax(
    Name Name, IReadOnlyList<Name> Parents, bool Regardless, IReadOnlyList<RuleBodySyntax> Versions, SourceSpan Span)
    : DecisionItemSyntax(Span);

/// <summary>One version of a rule; a rule without `version` has exactly one.</summary>
public sealed record RuleBodySyntax(
    IReadOnlyList<CitationSyntax> Cites,
    PeriodSyntax? Period,
    ExpressionSyntax? When,
    EffectSyntax Effect,
    SourceSpan Span) : SyntaxNode(Span);

/// <summary>What an active rule does.</summary>
public abstract record EffectSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>`does not apply`: makes the exception a blocker.</summary>
public sealed record NotApplyEffect(SourceSpan Span) : EffectSyntax(Span);

/// <summary>`add w`.</summary>
public sealed record AddEffect(ExpressionSyntax Amount, SourceSpan Span) : EffectSyntax(Span);

/// <summary>`term is 30 days and extensions is 0`.</summary>
public sealed record AssignEffect(IReadOnlyList<AssignmentSyntax> Assignments, SourceSpan Span) : EffectSyntax(Span);

/// <summary>`term is 30 days`; the value may be a <see cref="MissingLiteral"/>.</summary>
public sealed record AssignmentSyntax(Name Output, ExpressionSyntax Value, SourceSpan Span) : SyntaxNode(Span);

/// <summary>`otherwise …`.</summary>
public sealed record OtherwiseSyntax(EffectSyntax Effect, IReadOnlyList<CitationSyntax> Cites, SourceSpan Span)
    : SyntaxNode(Span);

/// <summary>A decision table.</summary>
public sealed record TableSyntax(
    Name Name,
    IReadOnlyList<Name> Parents,
    IReadOnlyList<CitationSyntax> Cites,
    PeriodSyntax? Period,
    IReadOnlyList<ExpressionSyntax> Conditions,
    IReadOnlyList<TableColumnSyntax> Columns,
    IReadOnlyList<TableRowSyntax> Rows,
    SourceSpan Span) : DecisionItemSyntax(Span);

/// <summary>What a column right of `||` holds.</summary>
public enum TableColumnKind
{
    /// <summary>A value of an output.</summary>
    Output,

    /// <summary>Citations of the row.</summary>
    Cites,

    /// <summary>First day of the row, inclusive.</summary>
    From,

    /// <summary>End of the row, exclusive.</summary>
    Before,

    /// <summary>A note.</summary>
    Note,
}

/// <summary>A column right of `||`.</summary>
public sealed record TableColumnSyntax(TableColumnKind Kind, Name? Output, SourceSpan Span) : SyntaxNode(Span);

/// <summary>A row: one cell a condition column, one a result column.</summary>
public sealed record TableRowSyntax(
    IReadOnlyList<CellSyntax> Cells, IReadOnlyList<ResultCellSyntax> Results, SourceSpan Span) : SyntaxNode(Span);

/// <summary>A condition cell: any of its tests, or `-` (no test) for anything; negated by a leading `not`.</summary>
public sealed record CellSyntax(bool Negated, IReadOnlyList<CellTestSyntax> Tests, SourceSpan Span) : SyntaxNode(Span);

/// <summary>One test of a condition cell.</summary>
public abstract record CellTestSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>A bare value (equality) or a comparison.</summary>
public sealed record CompareTest(ComparisonOperator Operator, ExpressionSyntax Value, SourceSpan Span)
    : CellTestSyntax(Span);

/// <summary>`[a .. b)`: square brackets include the end.</summary>
public sealed record RangeTest(
    ExpressionSyntax Low, bool LowInclusive, ExpressionSyntax High, bool HighInclusive, SourceSpan Span)
    : CellTestSyntax(Span);

/// <summary>`missing` or `recorded`.</summary>
public sealed record MissingTest(bool IsRecorded, SourceSpan Span) : CellTestSyntax(Span);

/// <summary>A cell right of `||`.</summary>
public abstract record ResultCellSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>A value or `missing`.</summary>
public sealed record ValueCell(ExpressionSyntax Value, SourceSpan Span) : ResultCellSyntax(Span);

/// <summary>`does not apply`.</summary>
public sealed record NotApplyCell(SourceSpan Span) : ResultCellSyntax(Span);

/// <summary>Citations.</summary>
public sealed record CitesCell(IReadOnlyList<CitationSyntax> Cites, SourceSpan Span) : ResultCellSyntax(Span);

/// <summary>A date of a from or before column; null for `-` (open).</summary>
public sealed record DateCell(DateOnly? Value, SourceSpan Span) : ResultCellSyntax(Span);

/// <summary>A note.</summary>
public sealed record NoteCell(string Text, SourceSpan Span) : ResultCellSyntax(Span);

/// <summary>`transitional x for d per … when … then use law as of …`.</summary>
public sealed record TransitionalSyntax(
    Name Name,
    IReadOnlyList<Name> Decisions,
    IReadOnlyList<CitationSyntax> Cites,
    ExpressionSyntax When,
    ExpressionSyntax LawDate,
    SourceSpan Span) : DeclarationSyntax(Span);

/// <summary>`check … because "…"`: a condition on parameters.</summary>
public sealed record CheckSyntax(ExpressionSyntax Condition, string Because, SourceSpan Span) : DeclarationSyntax(Span);
