using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>What an effect belongs to.</summary>
/// <param name="Rule">The rule's name.</param>
/// <param name="Span">Where the rule stands.</param>
/// <param name="IsRow">True for a row of a table, whose columns say what is given.</param>
internal readonly record struct EffectPlace(string Rule, SourceSpan Span, bool IsRow = false);

/// <summary>Binds what a rule gives: one value an output, in the outputs' order; in a sum the amount added.</summary>
internal sealed class EffectBinder(ExpressionBinder expressions, MemberNames members)
{
    /// <summary>The values; empty for a blocker and for an effect that does not fit.</summary>
    /// <param name="effect">As written.</param>
    /// <param name="place">The rule.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="scope">What names mean here.</param>
    public IReadOnlyList<BoundExpression> Bind(
        EffectSyntax effect, EffectPlace place, DecisionSymbol decision, ExpressionScope scope)
    {
        var isSum = decision.Policy == HitPolicy.Sum;
        switch (effect)
        {
            case AssignEffect assign when !isSum || place.IsRow:
                return Values(assign, place, decision, scope);
            case AddEffect add when isSum:
                var output = decision.Outputs[0];
                return [expressions.BindAs(add.Amount, scope, output.Type.AsOptional(false), output.Name)];
            case AssignEffect or AddEffect:
                scope.Module.Findings.Report(
                    RulesCodes.EffectDoesNotFit,
                    effect.Span,
                    place.Rule,
                    PolicyWords.Of(decision.Policy, scope.Module.Language));
                return [];
            default:
                return [];
        }
    }

    private BoundExpression[] Values(
        AssignEffect assign, EffectPlace place, DecisionSymbol decision, ExpressionScope scope)
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
                scope.Module.Findings.Report(
                    RulesCodes.OutputAssignedTwice, assignment.Span, output.Name, place.Rule);
            }

            values[output.Index] = expressions.BindAs(assignment.Value, scope, output.Type, assignment.Output.Text);
        }

        CheckOpen(values, place, decision, scope);
        return [.. values.Select((value, index) => value ?? Missing(decision.Outputs[index], assign.Span))];
    }

    private static ConstantExpression Missing(OutputSymbol output, SourceSpan span) =>
        new(MissingValue.Instance, output.Type.AsOptional(), span);

    private static void CheckOpen(
        BoundExpression?[] values, EffectPlace place, DecisionSymbol decision, ExpressionScope scope)
    {
        var open = decision.Outputs
            .Where(output => values[output.Index] is null)
            .Where(output => !output.Type.Optional && output.Type.Kind != TypeKind.Error)
            .Select(output => TypeWords.NameIn(output, scope.Module.Language))
            .ToList();
        if (open.Count > 0)
        {
            scope.Module.Findings.Report(
                RulesCodes.OutputLeftOpen, place.Span, place.Rule, string.Join(", ", open));
        }
    }
}
