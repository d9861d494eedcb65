using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Comparison;

/// <summary>What one case comes to under another pack.</summary>
/// <param name="Id">The case.</param>
/// <param name="Decisions">The decisions that come out otherwise, in the order in which they were asked.</param>
/// <param name="ProblemsBefore">Why the old pack cannot read the case's facts; empty where it can.</param>
/// <param name="ProblemsAfter">Why the new pack cannot read them; empty where it can.</param>
public sealed record CaseDifference(
    string Id,
    IReadOnlyList<DecisionDifference> Decisions,
    IReadOnlyList<FactProblem> ProblemsBefore,
    IReadOnlyList<FactProblem> ProblemsAfter)
{
    /// <summary>True where both packs can read the facts; otherwise nothing was decided.</summary>
    public bool IsReadable => ProblemsBefore.Count == 0 && ProblemsAfter.Count == 0;

    /// <summary>True where there is nothing to tell of the case.</summary>
    public bool IsSame => IsReadable && Decisions.Count == 0;
}

/// <summary>What of a decision differs.</summary>
public enum DifferenceKind
{
    /// <summary>The status or an output.</summary>
    Outcome,

    /// <summary>Status and outputs are the same, but rest on other articles, or ask for other facts.</summary>
    Grounds,
}

/// <summary>A decision that comes out otherwise.</summary>
/// <param name="Decision">Its canonical name.</param>
/// <param name="Kind">What differs.</param>
/// <param name="Before">The old pack's answer; null where it has no such decision.</param>
/// <param name="After">The new pack's answer; null where it has no such decision.</param>
/// <param name="Causes">What in the packs made the difference; not empty.</param>
public sealed record DecisionDifference(
    string Decision,
    DifferenceKind Kind,
    DecisionAnswer? Before,
    DecisionAnswer? After,
    IReadOnlyList<ChangeCause> Causes);

/// <summary>A decision's outcome, or the fault that it met: exactly one of the two.</summary>
/// <param name="Outcome">The outcome; null where the case has no answer.</param>
/// <param name="Fault">Why it has none; null where it has one.</param>
public sealed record DecisionAnswer(DecisionOutcome? Outcome, EvaluationFaultException? Fault);
