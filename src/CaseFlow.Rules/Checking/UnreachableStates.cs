using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Checking;

/// <summary>CF3401: a state that no case can come to. A superstate is reached through its substates.</summary>
internal static class UnreachableStates
{
    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, DiagnosticBag findings)
    {
        var states = graph.Lifecycle.States;
        foreach (var state in states.Where(state => !states.Any(inner => inner.IsIn(state) && graph.IsReached(inner))))
        {
            findings.Report(RulesCodes.UnreachableState, state.Span, state, graph.Lifecycle);
        }
    }
}
