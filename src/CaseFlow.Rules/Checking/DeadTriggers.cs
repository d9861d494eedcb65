using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3402: a trigger that no state permits: none of its bodies has a state that can be reached and guards that may
/// pass.
/// </summary>
internal static class DeadTriggers
{
    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, GuardCases guards, DiagnosticBag findings)
    {
        var dead = graph.Lifecycle.Triggers
            .Where(trigger => !trigger.Versions.Any(body => CanFire(body, graph, guards)));
        foreach (var trigger in dead)
        {
            findings.Report(RulesCodes.DeadTrigger, trigger.Span, trigger, graph.Lifecycle);
        }
    }

    private static bool CanFire(BoundTriggerBody body, LifecycleGraph graph, GuardCases guards) =>
        !body.Period.IsEmpty
        && body.Sources.Any(graph.IsReached)
        && (body.Guards.Count == 0 || guards.Meet(body.Period, GuardCases.Of(graph.Lifecycle, body)) is not null);
}
