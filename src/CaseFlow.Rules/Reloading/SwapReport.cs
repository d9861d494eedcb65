using CaseFlow.Rules.Comparison;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Reloading;

/// <summary>How an attempt to swap came out.</summary>
public enum SwapOutcome
{
    /// <summary>The candidate is current.</summary>
    Swapped,

    /// <summary>The candidate has errors, or an example fails; nothing changed.</summary>
    Refused,

    /// <summary>Another pack, or other parameters, became current since the caller looked; nothing changed.</summary>
    Stale,
}

/// <summary>What came of an attempt to swap.</summary>
/// <param name="Outcome">How it came out.</param>
/// <param name="Current">What is current now.</param>
/// <param name="Diagnostics">Every finding about the candidate, warnings too.</param>
/// <param name="Examples">What its examples came to; null where it could not be loaded.</param>
/// <param name="WhatIf">What it makes of the corpus; null where there was none, or where it is refused.</param>
public sealed record SwapReport(
    SwapOutcome Outcome,
    RuleSnapshot Current,
    IReadOnlyList<Diagnostic> Diagnostics,
    TestReport? Examples,
    PackDiff? WhatIf);

/// <summary>A swap that took place.</summary>
/// <param name="before">What was current.</param>
/// <param name="after">What is current from now on.</param>
public sealed class SwappedEventArgs(RuleSnapshot before, RuleSnapshot after) : EventArgs
{
    /// <summary>What was current.</summary>
    public RuleSnapshot Before { get; } = before;

    /// <summary>What is current from now on.</summary>
    public RuleSnapshot After { get; } = after;
}
