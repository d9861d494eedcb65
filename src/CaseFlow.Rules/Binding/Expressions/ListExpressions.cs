using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>A quantifier over a list.</summary>
public sealed record QuantifierBoundExpression(
    QuantifierKind Kind,
    int AtLeast,
    ElementVariable Variable,
    BoundExpression List,
    BoundExpression Predicate,
    SourceSpan Span)
    : BoundExpression(RuleType.Boolean, Span);

/// <summary>`count of`, with or without `where`.</summary>
public sealed record CountBoundExpression(
    BoundExpression List, ElementVariable? Variable, BoundExpression? Predicate, SourceSpan Span)
    : BoundExpression(RuleType.Number, Span);

/// <summary>`count true (…)`: how many hold.</summary>
public sealed record CountTrueBoundExpression(IReadOnlyList<BoundExpression> Operands, SourceSpan Span)
    : BoundExpression(RuleType.Number, Span);

/// <summary>
/// `total of`, `highest of`, `lowest of`: total of nothing is 0 (of the type's own zero), highest and lowest of nothing
/// are missing.
/// </summary>
/// <param name="Kind">Which one.</param>
/// <param name="Operand">What is taken of each element: numbers or money; for highest and lowest also dates, durations
/// and enums.</param>
/// <param name="Variable">The element at hand.</param>
/// <param name="List">The list.</param>
/// <param name="Predicate">Which elements take part; null for all.</param>
/// <param name="Type">The operand's type; optional for highest and lowest.</param>
/// <param name="Span">Where it stands.</param>
public sealed record AggregateBoundExpression(
    AggregateKind Kind,
    BoundExpression Operand,
    ElementVariable Variable,
    BoundExpression List,
    BoundExpression? Predicate,
    RuleType Type,
    SourceSpan Span)
    : BoundExpression(Type, Span);
