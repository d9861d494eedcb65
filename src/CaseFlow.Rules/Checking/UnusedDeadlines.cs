using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3407: a deadline that no lifecycle starts, or a duty that none meets. A waiting period needs no meeting.
/// </summary>
internal static class UnusedDeadlines
{
    /// <summary>Checks all deadlines against all lifecycles.</summary>
    public static void Check(
        IReadOnlyList<BoundDeadline> deadlines, IReadOnlyList<BoundLifecycle> lifecycles, DiagnosticBag findings)
    {
        var bodies = lifecycles
            .SelectMany(lifecycle => lifecycle.Triggers)
            .SelectMany(trigger => trigger.Versions)
            .ToList();
        var started = bodies.SelectMany(body => TriggerParts.Of(body, DeadlineEffectKind.Starts))
            .Concat(lifecycles.SelectMany(lifecycle => lifecycle.States).SelectMany(state => state.Starts))
            .ToHashSet();
        var met = bodies.SelectMany(body => TriggerParts.Of(body, DeadlineEffectKind.Meets)).ToHashSet();
        foreach (var deadline in deadlines)
        {
            if (!started.Contains(deadline) || !deadline.IsWaitingPeriod && !met.Contains(deadline))
            {
                findings.Report(RulesCodes.DeadlineNeverRuns, deadline.Span, deadline);
            }
        }
    }
}
