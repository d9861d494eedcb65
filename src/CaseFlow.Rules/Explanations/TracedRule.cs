using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>A rule in a trace.</summary>
/// <param name="Name">Its name; `table#row` for a row; `otherwise`.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="Period">When its version is in force; null for `otherwise`, or where no version is.</param>
/// <param name="Cites">What its version cites.</param>
/// <param name="Conditions">Its own conditions and those that it inherits; none for `otherwise`.</param>
/// <param name="Note">The comment above it.</param>
/// <param name="Span">Where it stands.</param>
public sealed record TracedRule(
    string Name,
    RuleStanding Standing,
    LawPeriod? Period,
    IReadOnlyList<Citation> Cites,
    IReadOnlyList<TracedCondition> Conditions,
    string? Note,
    SourceSpan Span)
{
    /// <summary>What it gives: one value an output, or the amount that it adds; none for a blocker.</summary>
    public IReadOnlyList<Value> Values { get; init; } = [];

    /// <summary>The rule that beats it, or null.</summary>
    public string? By { get; init; }
}

/// <summary>A condition of a rule.</summary>
/// <param name="Text">The condition in the language's words, canonical names.</param>
/// <param name="Value">Whether it holds; null where that is not known.</param>
/// <param name="InheritedFrom">The rule that states it, where it is another one.</param>
/// <param name="Facts">The facts that it reads.</param>
public sealed record TracedCondition(string Text, bool? Value, string? InheritedFrom, IReadOnlyList<string> Facts)
{
    /// <summary>Where it is not known: the facts that would tell.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];
}

/// <summary>A rule whose case it is and that something beats.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="By">The exception or blocker that beats it.</param>
/// <param name="IsBlocked">True where a blocker takes it away; false where an exception replaces it.</param>
public sealed record DefeatedRule(string Rule, string By, bool IsBlocked);

/// <summary>A rule whose case it is not.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Failed">The first condition that failed, maybe a parent's.</param>
/// <param name="Facts">The facts that the condition reads.</param>
/// <param name="FailedCount">How many of its conditions failed.</param>
public sealed record RuleNotLive(string Rule, string Failed, IReadOnlyList<string> Facts, int FailedCount);

/// <summary>A rule that may be active.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Facts">The facts that would tell.</param>
public sealed record RuleOpen(string Rule, IReadOnlyList<string> Facts);
