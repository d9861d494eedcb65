using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3409: `goes back` from a state that a case can come to without a state being remembered. A state is remembered
/// when a trigger suspends a deadline, and forgotten when the case has gone back.
/// </summary>
internal static class RememberedStates
{
    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, WrittenLifecycle written, DiagnosticBag findings)
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
                findings.Add(DiagnosticBag.Of(RulesCodes.NothingToGoBackTo, body.Span, trigger, state) with
                {
                    Related = [new RelatedPlace(state.Span, state.Name)],
                    Fixes = GoTo(graph, body, written),
                });
            }
        }
    }

    // Where only one state leads here, it is the one to go back to.
    private static IReadOnlyList<TextFix> GoTo(LifecycleGraph graph, BoundTriggerBody body, WrittenLifecycle written)
    {
        var before = graph.Edges
            .Where(edge => body.Sources.Contains(edge.To) && !body.Sources.Contains(edge.From))
            .Select(edge => edge.From)
            .Distinct()
            .ToList();
        return before is [var only]
            ? [Fixing.Replace(written.Of(body).Move.Span, written.Module.Phrase(Keyword.GoesTo) + " " + only.Name)]
            : [];
    }
}
