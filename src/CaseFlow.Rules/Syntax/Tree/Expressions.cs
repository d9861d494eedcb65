using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Syntax.Tree;

/// <summary>An expression as written.</summary>
public abstract record ExpressionSyntax(SourceSpan Span) : SyntaxNode(Span);

/// <summary>A piece that could not be read; it binds to nothing and causes no further finding.</summary>
public sealed record ErrorExpression(SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>The unit of a duration literal or of a span.</summary>
public enum DurationUnit
{
    /// <summary>Calendar day.</summary>
    Day,

    /// <summary>Working day.</summary>
    WorkingDay,

    /// <summary>Month.</summary>
    Month,

    /// <summary>Year.</summary>
    Year,
}

/// <summary>`12`, `-3`, `0.5`.</summary>
public sealed record NumberLiteral(decimal Value, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>`250_000 VND`.</summary>
public sealed record MoneyLiteral(decimal Amount, string Currency, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>`7 working days`.</summary>
public sealed record DurationLiteral(int Count, DurationUnit Unit, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>`2026-07-01`.</summary>
public sealed record DateLiteral(DateOnly Value, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>`"…"`.</summary>
public sealed record TextLiteral(string Value, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>`yes`, `no`.</summary>
public sealed record BooleanLiteral(bool Value, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>`missing` where a value stands (effects, table cells, `given`, `expect`).</summary>
public sealed record MissingLiteral(SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>A dotted path or a single name: fact, parameter, definition, output, input, enum member.</summary>
public sealed record PathExpression(IReadOnlyList<Name> Parts, SourceSpan Span) : ExpressionSyntax(Span)
{
    /// <summary>The parts joined by dots.</summary>
    public string Text => string.Join('.', Parts.Select(part => part.Text));
}

/// <summary>`today`.</summary>
public sealed record TodayExpression(SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>`not x`.</summary>
public sealed record NotExpression(ExpressionSyntax Operand, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>`a and b and c`, or the same with `or`.</summary>
public sealed record LogicalExpression(bool IsAnd, IReadOnlyList<ExpressionSyntax> Operands, SourceSpan Span)
    : ExpressionSyntax(Span);

/// <summary>How two values are compared.</summary>
public enum ComparisonOperator
{
    /// <summary>is, =.</summary>
    Equal,

    /// <summary>is not, !=.</summary>
    NotEqual,

    /// <summary>less than, before, &lt;.</summary>
    Less,

    /// <summary>at most, &lt;=.</summary>
    LessOrEqual,

    /// <summary>more than, after, &gt;.</summary>
    Greater,

    /// <summary>at least, &gt;=.</summary>
    GreaterOrEqual,
}

/// <summary>`a is at least b`.</summary>
public sealed record ComparisonExpression(
    ComparisonOperator Operator, ExpressionSyntax Left, ExpressionSyntax Right, SourceSpan Span)
    : ExpressionSyntax(Span);

/// <summary>`a is one of (b, c)`.</summary>
public sealed record MembershipExpression(
    ExpressionSyntax Operand, IReadOnlyList<ExpressionSyntax> Choices, SourceSpan Span)
    : ExpressionSyntax(Span);

/// <summary>`a is between b and c`, both inclusive.</summary>
public sealed record BetweenExpression(
    ExpressionSyntax Operand, ExpressionSyntax Low, ExpressionSyntax High, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>`a is missing`, or `a is recorded` where <paramref name="IsRecorded"/>.</summary>
public sealed record MissingTestExpression(ExpressionSyntax Operand, bool IsRecorded, SourceSpan Span)
    : ExpressionSyntax(Span);

/// <summary>`text mentions any of words`; phrases in place, or a word list by name.</summary>
public sealed record MentionsExpression(
    ExpressionSyntax Operand, bool All, Name? Words, IReadOnlyList<string> Phrases, bool Exactly, SourceSpan Span)
    : ExpressionSyntax(Span)
{
    /// <summary>Where each phrase in place stands, in order.</summary>
    public IReadOnlyList<SourceSpan> PhraseSpans { get; init; } = [];
}

/// <summary>The four operations.</summary>
public enum ArithmeticOperator
{
    /// <summary>+, plus.</summary>
    Add,

    /// <summary>-, minus.</summary>
    Subtract,

    /// <summary>*.</summary>
    Multiply,

    /// <summary>/.</summary>
    Divide,
}

/// <summary>`a plus b`.</summary>
public sealed record ArithmeticExpression(
    ArithmeticOperator Operator, ExpressionSyntax Left, ExpressionSyntax Right, SourceSpan Span)
    : ExpressionSyntax(Span);

/// <summary>`sum on calendar vn`: names the calendar of the date sums inside.</summary>
public sealed record OnCalendarExpression(ExpressionSyntax Operand, Name Calendar, SourceSpan Span)
    : ExpressionSyntax(Span);

/// <summary>`if c then a else b`.</summary>
public sealed record ConditionalExpression(
    ExpressionSyntax Condition, ExpressionSyntax Then, ExpressionSyntax Else, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>Which quantifier.</summary>
public enum QuantifierKind
{
    /// <summary>any.</summary>
    Any,

    /// <summary>every.</summary>
    Every,

    /// <summary>none.</summary>
    None,

    /// <summary>at least n.</summary>
    AtLeast,
}

/// <summary>`every p in petition.petitioners satisfies (p.signed)`.</summary>
public sealed record QuantifierExpression(
    QuantifierKind Kind, int AtLeast, Name Variable, ExpressionSyntax List, ExpressionSyntax Predicate, SourceSpan Span)
    : ExpressionSyntax(Span);

/// <summary>`count of path`, or `count of p in path where (…)`.</summary>
public sealed record CountOfExpression(
    ExpressionSyntax List, Name? Variable, ExpressionSyntax? Predicate, SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>`count true (a, b, c)`.</summary>
public sealed record CountTrueExpression(IReadOnlyList<ExpressionSyntax> Operands, SourceSpan Span)
    : ExpressionSyntax(Span);

/// <summary>Which aggregate.</summary>
public enum AggregateKind
{
    /// <summary>total of; of nothing: 0.</summary>
    Total,

    /// <summary>highest of; of nothing: missing.</summary>
    Highest,

    /// <summary>lowest of; of nothing: missing.</summary>
    Lowest,
}

/// <summary>`total of c.amount for c in petition.claims where (…)`.</summary>
public sealed record AggregateExpression(
    AggregateKind Kind,
    ExpressionSyntax Operand,
    Name Variable,
    ExpressionSyntax List,
    ExpressionSyntax? Predicate,
    SourceSpan Span) : ExpressionSyntax(Span);

/// <summary>`days from a to b`: whole units in (a, b].</summary>
public sealed record SpanExpression(
    DurationUnit Unit, ExpressionSyntax From, ExpressionSyntax To, Name? Calendar, SourceSpan Span)
    : ExpressionSyntax(Span);
