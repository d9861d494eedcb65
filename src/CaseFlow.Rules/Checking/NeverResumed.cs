using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>CF3405: a deadline that a lifecycle suspends and nowhere resumes.</summary>
internal static class NeverResumed
{
    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, DiagnosticBag findings)
    {
        var resumed = graph.Bodies
            .SelectMany(item => TriggerParts.Of(item.Body, DeadlineEffectKind.Resumes))
            .ToHashSet();
        foreach (var effect in graph.Bodies.SelectMany(item => item.Body.Effects).OfType<BoundDeadlineEffect>())
        {
            if (effect.Kind != DeadlineEffectKind.Suspends)
            {
                continue;
            }

            foreach (var deadline in effect.Deadlines.Where(deadline => !resumed.Contains(deadline)))
            {
                findings.Report(RulesCodes.NeverResumed, effect.Span, deadline, graph.Lifecycle);
            }
        }
    }
}
