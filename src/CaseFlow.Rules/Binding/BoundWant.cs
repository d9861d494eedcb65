using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Binding;

/// <summary>One expectation of an example.</summary>
public abstract record BoundWant(DecisionSymbol Decision, SourceSpan Span);

/// <summary>An output has this value (maybe missing).</summary>
public sealed record WantedValue(DecisionSymbol Decision, OutputSymbol Output, BoundExpression Value, SourceSpan Span)
    : BoundWant(Decision, Span);

/// <summary>The decision is undecided.</summary>
public sealed record WantedUndecided(DecisionSymbol Decision, SourceSpan Span) : BoundWant(Decision, Span);

/// <summary>Exactly these rules are active, in any order.</summary>
public sealed record WantedRules(DecisionSymbol Decision, IReadOnlyList<string> Rules, SourceSpan Span)
    : BoundWant(Decision, Span);

/// <summary>The outcome cites this: the same law, and at least the parts written.</summary>
public sealed record WantedCitation(DecisionSymbol Decision, Citation Citation, SourceSpan Span)
    : BoundWant(Decision, Span);

/// <summary>These facts are among those to ask for.</summary>
public sealed record WantedMissing(DecisionSymbol Decision, IReadOnlyList<string> Facts, SourceSpan Span)
    : BoundWant(Decision, Span);

/// <summary>Two rules conflict.</summary>
public sealed record WantedConflict(DecisionSymbol Decision, SourceSpan Span) : BoundWant(Decision, Span);
