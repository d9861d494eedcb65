using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3402: a trigger that no state permits: none of its bodies has a state that can be reached and guards that may
/// pass.
/// </summary>
internal static class DeadTriggers
{
    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, DiagnosticBag findings)
    {
        var dead = graph.Lifecycle.Triggers.Where(trigger => !trigger.Versions.Any(body => CanFire(body, graph)));
        foreach (var trigger in dead)
        {
            findings.Report(RulesCodes.DeadTrigger, trigger.Span, trigger, graph.Lifecycle);
        }
    }

    private static bool CanFire(BoundTriggerBody body, LifecycleGraph graph) =>
        !body.Period.IsEmpty
        && body.Sources.Any(graph.IsReached)
        && !body.Guards.Any(guard => guard.Condition is ConstantExpression { Value: BooleanValue { Value: false } })
        && !Atoms.Contradict(Atoms.Of(body, body.Period));
}
