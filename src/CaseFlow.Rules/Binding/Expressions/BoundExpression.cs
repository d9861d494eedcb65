using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>
/// An expression of the one intermediate form that interpreter, compiler and analyser share: names are symbols, types
/// are checked, calendars are resolved.
/// </summary>
public abstract record BoundExpression(RuleType Type, SourceSpan Span);

/// <summary>What could not be bound; a pack that holds one has an error and is never evaluated.</summary>
public sealed record ErrorBoundExpression(SourceSpan Span) : BoundExpression(RuleType.Error, Span);

/// <summary>A constant: literals, enum members and `missing`.</summary>
public sealed record ConstantExpression(Value Value, RuleType Type, SourceSpan Span) : BoundExpression(Type, Span);

/// <summary>`petition.kind`.</summary>
public sealed record FactExpression(FieldSymbol Fact, SourceSpan Span) : BoundExpression(Fact.Type, Span);

/// <summary>`p.signed`: a field of a record-valued expression.</summary>
public sealed record FieldExpression(BoundExpression Target, FieldSymbol Field, SourceSpan Span)
    : BoundExpression(Field.Type, Span);

/// <summary>A parameter.</summary>
public sealed record ParameterExpression(ParameterSymbol Parameter, SourceSpan Span)
    : BoundExpression(Parameter.Type, Span);

/// <summary>A definition, read at the governing date of the reader.</summary>
public sealed record DefinitionExpression(DefinitionSymbol Definition, SourceSpan Span)
    : BoundExpression(Definition.Type, Span);

/// <summary>An output of a decision; `missing` where the decision does not apply.</summary>
public sealed record OutputExpression(DecisionSymbol Decision, OutputSymbol Output, RuleType Type, SourceSpan Span)
    : BoundExpression(Type, Span);

/// <summary>An input of the trigger that is being fired.</summary>
public sealed record InputExpression(FieldSymbol Input, SourceSpan Span) : BoundExpression(Input.Type, Span);

/// <summary>What a rule may know of the case itself.</summary>
public enum CaseProperty
{
    /// <summary>`case.state`: text, the canonical name of the state; compared with bare state names.</summary>
    State,

    /// <summary>`case.opened_on`: date.</summary>
    OpenedOn,

    /// <summary>`case.parent`: text optional, the reference of the parent case.</summary>
    Parent,

    /// <summary>
    /// `case.holder`: text optional, the officer who holds the case. The only one that `sets` may write.
    /// </summary>
    Holder,

    /// <summary>`case.agency`: text optional, the agency that handles the case.</summary>
    Agency,

    /// <summary>
    /// `case.due.NAME`: date optional, the last day of a deadline as it stands; missing where none is running.
    /// </summary>
    Due,
}

/// <summary>
/// `case.state`, `case.due.resolution` (then <paramref name="Deadline"/> is the deadline's canonical name).
/// </summary>
public sealed record CaseExpression(CaseProperty Property, string? Deadline, RuleType Type, SourceSpan Span)
    : BoundExpression(Type, Span);

/// <summary>The variable of a quantifier or aggregate.</summary>
public sealed class ElementVariable(string name, RuleType type)
{
    /// <summary>Where it is named.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The element's type.</summary>
    public RuleType Type { get; } = type;
}

/// <summary>The element at hand.</summary>
public sealed record ElementExpression(ElementVariable Variable, SourceSpan Span)
    : BoundExpression(Variable.Type, Span);

/// <summary>`today`, an input of the call.</summary>
public sealed record TodayBoundExpression(SourceSpan Span) : BoundExpression(RuleType.Date, Span);

/// <summary>Kleene `not`.</summary>
public sealed record NotBoundExpression(BoundExpression Operand, SourceSpan Span)
    : BoundExpression(RuleType.Boolean, Span);

/// <summary>Kleene `and` / `or` over all operands.</summary>
public sealed record LogicalBoundExpression(bool IsAnd, IReadOnlyList<BoundExpression> Operands, SourceSpan Span)
    : BoundExpression(RuleType.Boolean, Span);

/// <summary>A comparison. Comparing with missing: equal only to missing; never less or more.</summary>
public sealed record ComparisonBoundExpression(
    ComparisonOperator Operator, BoundExpression Left, BoundExpression Right, SourceSpan Span)
    : BoundExpression(RuleType.Boolean, Span);

/// <summary>`is one of`.</summary>
public sealed record MembershipBoundExpression(
    BoundExpression Operand, IReadOnlyList<BoundExpression> Choices, SourceSpan Span)
    : BoundExpression(RuleType.Boolean, Span);

/// <summary>`is missing`, or `is recorded`.</summary>
public sealed record MissingTestBoundExpression(BoundExpression Operand, bool IsRecorded, SourceSpan Span)
    : BoundExpression(RuleType.Boolean, Span);

/// <summary>Arithmetic on numbers, or on durations of one unit, or number times duration.</summary>
public sealed record ArithmeticBoundExpression(
    ArithmeticOperator Operator, BoundExpression Left, BoundExpression Right, RuleType Type, SourceSpan Span)
    : BoundExpression(Type, Span);

/// <summary>A date plus or minus a duration. Plus counts and rolls as the calendar says; minus never rolls.</summary>
public sealed record DateSumExpression(
    BoundExpression Date, bool IsPlus, BoundExpression Duration, CalendarSymbol? Calendar, SourceSpan Span)
    : BoundExpression(RuleType.Date, Span);

/// <summary>Whole units in (from, to], as a number; negative where `to` lies before `from`.</summary>
public sealed record SpanBoundExpression(
    DurationUnit Unit, BoundExpression From, BoundExpression To, CalendarSymbol? Calendar, SourceSpan Span)
    : BoundExpression(RuleType.Number, Span);

/// <summary>`if … then … else …`.</summary>
public sealed record ConditionalBoundExpression(
    BoundExpression Condition, BoundExpression Then, BoundExpression Else, RuleType Type, SourceSpan Span)
    : BoundExpression(Type, Span);

/// <summary>
/// `text mentions any of words`: folded, whole syllables only; diacritics count where <paramref name="Exactly"/>.
/// </summary>
/// <param name="Text">The text that is searched.</param>
/// <param name="Phrases">What is looked for, as written; never empty.</param>
/// <param name="Words">The word list that the phrases come from, or null where they stand in place.</param>
/// <param name="All">True: every phrase must be found; false: one suffices.</param>
/// <param name="Exactly">True: letter case and the place of tone marks are ignored, diacritics are not.</param>
/// <param name="Span">Where it stands.</param>
public sealed record MentionsBoundExpression(
    BoundExpression Text, IReadOnlyList<string> Phrases, WordListSymbol? Words, bool All, bool Exactly, SourceSpan Span)
    : BoundExpression(RuleType.Boolean, Span);
