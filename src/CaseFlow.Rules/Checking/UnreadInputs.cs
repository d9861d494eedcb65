using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Checking;

/// <summary>CF3410: an input that no guard, effect or choice of its trigger reads.</summary>
internal static class UnreadInputs
{
    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, DiagnosticBag findings)
    {
        foreach (var (trigger, body) in graph.Bodies)
        {
            var read = TriggerParts.Expressions(body)
                .SelectMany(ExpressionParts.All)
                .OfType<InputExpression>()
                .Select(input => input.Input)
                .ToHashSet();
            foreach (var input in body.Inputs.Where(input => !read.Contains(input)))
            {
                findings.Add(DiagnosticBag.Of(RulesCodes.InputNotRead, input.Span, input, trigger) with
                {
                    Fixes = [Fixing.Remove(input.Whole)],
                });
            }
        }
    }
}
