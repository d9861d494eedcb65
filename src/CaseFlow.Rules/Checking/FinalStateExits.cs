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
    public static void Check(LifecycleGraph graph, DiagnosticBag findings)
    {
        foreach (var (trigger, body) in graph.Bodies.Where(item => item.Body.Move is not (BoundStays or BoundIgnores)))
        {
            if (body.Sources.FirstOrDefault(source => source.Kind == StateKind.Final) is { } final)
            {
                findings.ReportWith(
                    RulesCodes.ExitFromFinalState,
                    body.Span,
                    [new RelatedPlace(final.Span, final.Name)],
                    trigger,
                    final);
            }
        }
    }
}
