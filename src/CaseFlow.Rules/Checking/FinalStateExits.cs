using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3408: a trigger that leads out of a final state. To stay, for a duty that outlives the case, is no exit.
/// </summary>
internal static class FinalStateExits
{
    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, WrittenLifecycle written, DiagnosticBag findings)
    {
        foreach (var (trigger, body) in graph.Bodies.Where(item => item.Body.Move is not (BoundStays or BoundIgnores)))
        {
            if (body.Sources.FirstOrDefault(source => source.Kind == StateKind.Final) is { } final)
            {
                findings.Add(DiagnosticBag.Of(RulesCodes.ExitFromFinalState, body.Span, trigger, final) with
                {
                    Related = [new RelatedPlace(final.Span, final.Name)],
                    Fixes = LeaveOut(body, final, written.Of(body).From.States),
                });
            }
        }
    }

    // Where other states are named beside it.
    private static IReadOnlyList<TextFix> LeaveOut(
        BoundTriggerBody body, BoundState final, IReadOnlyList<Name> sources)
    {
        var place = body.WrittenSources.ToList().IndexOf(final);
        return place >= 0 && sources.Count > 1 && sources.Count == body.WrittenSources.Count
            ? [Fixing.RemoveItem([.. sources.Select(source => source.Span)], place)]
            : [];
    }
}
