using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>
/// Why a decision came out as it did, brief: the active rules with their conditions, what they beat, and what did not
/// hold.
/// A trace, the facts and the pack's hash together replay to the same trace.
/// </summary>
public sealed record DecisionTrace
{
    /// <summary>The pack's name and version, `vietnam-petitions@2026.11.1`.</summary>
    public required string Pack { get; init; }

    /// <summary>The pack's hash.</summary>
    public required string PackHash { get; init; }

    /// <summary>The outcome that is explained.</summary>
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>What the governing date was read from, in the language's words.</summary>
    public required string GoverningDateFrom { get; init; }

    /// <summary>The active rules, in source order; all culprits for a conflict.</summary>
    public required IReadOnlyList<TracedRule> Because { get; init; }

    /// <summary>Rules whose case it is as well, and what beat them.</summary>
    public required IReadOnlyList<DefeatedRule> Defeated { get; init; }

    /// <summary>Rules in force whose case it is not, with the condition that failed.</summary>
    public required IReadOnlyList<RuleNotLive> NotLive { get; init; }

    /// <summary>Rules that may be active, for want of facts.</summary>
    public required IReadOnlyList<RuleOpen> Open { get; init; }

    /// <summary>Every date that the active rules' values were counted by.</summary>
    public required IReadOnlyList<TracedDate> DateSteps { get; init; }

    /// <summary>
    /// The facts to ask for; null for a path into a list or record, which has no question of its own.
    /// </summary>
    public required IReadOnlyList<(string Path, FieldSymbol? Fact)> Missing { get; init; }
}

/// <summary>An active rule.</summary>
/// <param name="Name">Its name; `table#row` for a row; `otherwise`.</param>
/// <param name="Period">When its version is in force; null for `otherwise`.</param>
/// <param name="Cites">What its version cites.</param>
/// <param name="Conditions">Its own conditions and those that it inherits; none for `otherwise`.</param>
/// <param name="Note">The comment above it.</param>
/// <param name="Span">Where it stands.</param>
public sealed record TracedRule(
    string Name,
    LawPeriod? Period,
    IReadOnlyList<Citation> Cites,
    IReadOnlyList<TracedCondition> Conditions,
    string? Note,
    SourceSpan Span);

/// <summary>A condition of an active rule.</summary>
/// <param name="Text">The condition in the language's words, canonical names.</param>
/// <param name="Value">Whether it holds; null where that is not known and does not matter.</param>
/// <param name="InheritedFrom">The rule that states it, where it is another one.</param>
/// <param name="Facts">The facts that it reads.</param>
public sealed record TracedCondition(string Text, bool? Value, string? InheritedFrom, IReadOnlyList<string> Facts);

/// <summary>A rule whose case it is and that something beats.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="By">The exception or blocker that beats it.</param>
/// <param name="IsBlocked">True where a blocker takes it away; false where an exception replaces it.</param>
public sealed record DefeatedRule(string Rule, string By, bool IsBlocked);

/// <summary>A rule whose case it is not.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Failed">The condition that failed, maybe a parent's.</param>
/// <param name="Facts">The facts that the condition reads.</param>
public sealed record RuleNotLive(string Rule, string Failed, IReadOnlyList<string> Facts);

/// <summary>A rule that may be active.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Facts">The facts that would tell.</param>
public sealed record RuleOpen(string Rule, IReadOnlyList<string> Facts);

/// <summary>A date that was counted.</summary>
/// <param name="Text">The sum in the language's words.</param>
/// <param name="Start">The day counted from.</param>
/// <param name="Term">How it was counted.</param>
public sealed record TracedDate(string Text, DateOnly Start, CountedTerm Term);
