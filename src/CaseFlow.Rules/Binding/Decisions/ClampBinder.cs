using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>Binds `clamp 0 to 100`: two amounts of the decision's output, written out or parameters.</summary>
internal sealed class ClampBinder(ExpressionBinder expressions)
{
    /// <summary>The bounds, or null where there are none.</summary>
    public BoundClamp? Bind(ClampSyntax? clamp, OutputSymbol output, ExpressionScope scope)
    {
        if (clamp is null)
        {
            return null;
        }

        var (low, high) = (Bound(clamp.Low, output, scope), Bound(clamp.High, output, scope));
        if (low is ConstantExpression { Value: var lowest }
            && high is ConstantExpression { Value: var highest }
            && Declarations.ParameterBounds.Compare(lowest, highest) > 0)
        {
            var module = scope.Module;
            module.Findings.Add(DiagnosticBag.Of(
                RulesCodes.ClampBoundsCrossed, clamp.Span, module.TextOf(clamp.Low), module.TextOf(clamp.High)) with
            {
                Fixes =
                [
                    new TextFix(
                    [
                        new TextEdit(clamp.Low.Span, module.Written(clamp.High.Span)),
                        new TextEdit(clamp.High.Span, module.Written(clamp.Low.Span)),
                    ]),
                ],
            });
        }

        return new BoundClamp(low, high);
    }

    private BoundExpression Bound(ExpressionSyntax syntax, OutputSymbol output, ExpressionScope scope)
    {
        var bound = expressions.BindAs(syntax, scope, output.Type.AsOptional(false), output.Name);
        if (bound is ConstantExpression or ParameterExpression or ErrorBoundExpression)
        {
            return bound;
        }

        scope.Module.Findings.Report(
            RulesCodes.ConstantNeeded, syntax.Span, scope.Module.TextOf(syntax));
        return new ErrorBoundExpression(syntax.Span);
    }
}
