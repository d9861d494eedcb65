using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Binds what a rule gives: one value an output, in the outputs' order.</summary>
internal sealed class EffectBinder(ExpressionBinder expressions, MemberNames members)
{
    /// <summary>The values; empty for a blocker and for an effect that does not fit.</summary>
    /// <param name="effect">As written.</param>
    /// <param name="rule">The rule's name.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="scope">What names mean here.</param>
    /// <param name="span">Where the rule stands.</param>
    public IReadOnlyList<BoundExpression> Bind(
        EffectSyntax effect, string rule, DecisionSymbol decision, ExpressionScope scope, SourceSpan span)
    {
        switch (effect)
        {
            case AssignEffect assign:
                return Values(assign, rule, decision, scope, span);
            case AddEffect add:
                scope.Module.Findings.Report(
                    RulesCodes.EffectDoesNotFit, add.Span, rule, scope.Module.Language == "vi" ? "duy nhất" : "single");
                return [];
            default:
                return [];
        }
    }

    private BoundExpression[] Values(
        AssignEffect assign, string rule, DecisionSymbol decision, ExpressionScope scope, SourceSpan span)
    {
        var values = new BoundExpression?[decision.Outputs.Count];
        foreach (var assignment in assign.Assignments)
        {
            if (scope.Module.Member(members.Of(decision), assignment.Output) is not { } output)
            {
                scope.Module.ReportUnknown(
                    assignment.Output,
                    RulesCodes.UnknownOutput,
                    decision.Outputs,
                    decision.Name,
                    assignment.Output.Text);
                continue;
            }

            if (values[output.Index] is not null)
            {
                scope.Module.Findings.Report(RulesCodes.OutputAssignedTwice, assignment.Span, output.Name, rule);
            }

            values[output.Index] = expressions.BindAs(assignment.Value, scope, output.Type, assignment.Output.Text);
        }

        CheckOpen(values, rule, decision, scope, span);
        return [.. values.Select((value, place) => value ?? Missing(decision.Outputs[place], assign.Span))];
    }

    private static ConstantExpression Missing(OutputSymbol output, SourceSpan span) =>
        new(MissingValue.Instance, output.Type.AsOptional(), span);

    private static void CheckOpen(
        BoundExpression?[] values, string rule, DecisionSymbol decision, ExpressionScope scope, SourceSpan span)
    {
        var open = decision.Outputs
            .Where(output => values[output.Index] is null)
            .Where(output => !output.Type.Optional && output.Type.Kind != TypeKind.Error)
            .Select(output => TypeWords.NameIn(output, scope.Module.Language))
            .ToList();
        if (open.Count > 0)
        {
            scope.Module.Findings.Report(RulesCodes.OutputLeftOpen, span, rule, string.Join(", ", open));
        }
    }
}
