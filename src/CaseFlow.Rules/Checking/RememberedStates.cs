using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3409: `goes back` from a state that a case can come to without a state being remembered. A state is remembered
/// when a trigger suspends a deadline, and forgotten when the case has gone back.
/// </summary>
internal static class RememberedStates
{
    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, DiagnosticBag findings)
    {
        var remembers = graph.Flow(
            start: false,
            (edge, before) => TriggerParts.Suspends(edge.Body) || before && edge.Body.Move is not BoundGoesBack,
            (left, right) => left && right,
            (left, right) => left == right);
        foreach (var (trigger, body) in graph.Bodies.Where(item => item.Body.Move is BoundGoesBack))
        {
            if (body.Sources.FirstOrDefault(source => !remembers.GetValueOrDefault(source, true)) is { } state)
            {
                findings.ReportWith(
                    RulesCodes.NothingToGoBackTo,
                    body.Span,
                    [new RelatedPlace(state.Span, state.Name)],
                    trigger,
                    state);
            }
        }
    }
}
