using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>A parameter that counted.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Value">Its value.</param>
/// <param name="From">The day that the value holds from; null: every day, or not the declared one.</param>
/// <param name="Cites">What the parameter and this value of it rest on.</param>
public sealed record TracedParameter(
    ParameterSymbol Parameter, Value Value, DateOnly? From, IReadOnlyList<Citation> Cites);

/// <summary>A definition that counted.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Value">Its value.</param>
/// <param name="Facts">The facts that it reads.</param>
public sealed record TracedDefinition(DefinitionSymbol Definition, Value Value, IReadOnlyList<string> Facts);

/// <summary>A date that was counted.</summary>
/// <param name="Text">The sum in the language's words.</param>
/// <param name="Start">The day counted from.</param>
/// <param name="Term">How it was counted.</param>
/// <param name="Calendar">Name and version of the calendar, or null where none is named.</param>
public sealed record TracedDate(string Text, DateOnly Start, CountedTerm Term, (string Name, string Version)? Calendar);

/// <summary>A text that was searched. What stands around the hits is left out: it may name people.</summary>
/// <param name="Text">The search in the language's words.</param>
/// <param name="Hits">The phrases found, in order of place.</param>
public sealed record TracedText(string Text, IReadOnlyList<TextHit> Hits);

/// <summary>A fact that was read.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Value">Its value; unknown where nobody has told.</param>
/// <param name="IsAssumed">True where the value is the declared assumption.</param>
public sealed record TracedFact(FieldSymbol Fact, Value Value, bool IsAssumed);
