using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Explanations;

/// <summary>
/// Why a decision came out as it did. A trace, the facts and the pack together replay to the same trace
/// (<see cref="TraceReplay"/>).
/// </summary>
public sealed record DecisionTrace
{
    internal DecisionTrace(DecisionAccount account) => Account = account;

    /// <summary>How much is told.</summary>
    public required TraceDepth Depth { get; init; }

    /// <summary>The pack's name and version, `vietnam-petitions@2026.11.1`.</summary>
    public required string Pack { get; init; }

    /// <summary>The pack's hash.</summary>
    public required string PackHash { get; init; }

    /// <summary>The hash of the parameters that the evaluation used.</summary>
    public required string ParamsHash { get; init; }

    /// <summary>`sha256:` and the hash over the facts that were known; it tells whether facts are the same.</summary>
    public required string FactsHash { get; init; }

    /// <summary>The day of the call.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>The outcome that is explained.</summary>
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>What the governing date was read from, in the language's words.</summary>
    public required string GoverningDateFrom { get; init; }

    /// <summary>
    /// The active rules, in source order; all culprits for a conflict; for an undecided outcome those that apply
    /// whatever is still unknown.
    /// </summary>
    public required IReadOnlyList<TracedRule> Because { get; init; }

    /// <summary>Rules whose case it is as well, and what beat them.</summary>
    public required IReadOnlyList<DefeatedRule> Defeated { get; init; }

    /// <summary>Active rules that the hit policy does not take: later, lower or higher ones.</summary>
    public required IReadOnlyList<TracedRule> PassedOver { get; init; }

    /// <summary>
    /// Rules in force whose case it is not, the nearest first (fewest conditions failed, then source order): at most
    /// <see cref="TraceLimits.NearestMisses"/> of them in a brief trace.
    /// </summary>
    public required IReadOnlyList<RuleNotLive> NotLive { get; init; }

    /// <summary>Rules that may be active, for want of facts.</summary>
    public required IReadOnlyList<RuleOpen> Open { get; init; }

    /// <summary>For a sum: how the total came about; null for other policies.</summary>
    public TracedTotal? Total { get; init; }

    /// <summary>Every rule with every condition, in source order; only in a full trace.</summary>
    public IReadOnlyList<TracedRule> Rules { get; init; } = [];

    /// <summary>The upstream decisions, each after those that it reads; brief ones without rules in a brief
    /// trace.</summary>
    public IReadOnlyList<TracedDecision> Upstream { get; init; } = [];

    /// <summary>The parameters that counted.</summary>
    public required IReadOnlyList<TracedParameter> Parameters { get; init; }

    /// <summary>The definitions that counted.</summary>
    public required IReadOnlyList<TracedDefinition> Definitions { get; init; }

    /// <summary>Every date that was counted for the result.</summary>
    public required IReadOnlyList<TracedDate> DateSteps { get; init; }

    /// <summary>Every text that was searched for the result.</summary>
    public required IReadOnlyList<TracedText> TextHits { get; init; }

    /// <summary>Every fact that was read; only in a full trace.</summary>
    public IReadOnlyList<TracedFact> Facts { get; init; } = [];

    /// <summary>
    /// The facts to ask for; null for a path into a list or record, which has no question of its own.
    /// </summary>
    public required IReadOnlyList<(string Path, FieldSymbol? Fact)> Missing { get; init; }

    /// <summary>What the sentence is drawn from.</summary>
    internal DecisionAccount Account { get; }
}

/// <summary>How a sum came about.</summary>
/// <param name="Sum">What the active rules add up to; unknown where one of them is not known.</param>
/// <param name="Low">The lowest result allowed, or null.</param>
/// <param name="High">The highest result allowed, or null.</param>
public sealed record TracedTotal(Value Sum, Value? Low, Value? High);

/// <summary>A decision that the explained one reads.</summary>
/// <param name="Outcome">How it came out.</param>
/// <param name="GoverningDateFrom">What its governing date was read from.</param>
/// <param name="Because">Its active rules.</param>
/// <param name="Rules">All of its rules; only in a full trace.</param>
public sealed record TracedDecision(
    DecisionOutcome Outcome,
    string GoverningDateFrom,
    IReadOnlyList<TracedRule> Because,
    IReadOnlyList<TracedRule> Rules);
