using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Coverage;

/// <summary>Remembers which way every `if` went.</summary>
internal sealed class TakenBranches : IEvaluationObserver
{
    /// <summary>The places of the branches that were taken.</summary>
    public HashSet<SourceSpan> Places { get; } = [];

    /// <inheritdoc/>
    public void BranchTaken(ConditionalBoundExpression conditional, bool isThen) =>
        Places.Add((isThen ? conditional.Then : conditional.Else).Span);
}
