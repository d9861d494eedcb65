using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Checking;

/// <summary>CF3401: a state that no case can come to. A superstate is reached through its substates.</summary>
internal static class UnreachableStates
{
    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, DiagnosticBag findings)
    {
        var reached = graph.Lifecycle.States.Where(graph.IsReached).SelectMany(state => state.AndAround()).ToHashSet();
        foreach (var state in graph.Lifecycle.States.Where(state => !reached.Contains(state)))
        {
            findings.Report(RulesCodes.UnreachableState, state.Span, state, graph.Lifecycle);
        }
    }
}
