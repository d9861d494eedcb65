using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>Binds what must be a constant: literals and members of enums.</summary>
internal static class Constants
{
    /// <summary>The value, or null with a finding.</summary>
    /// <param name="expressions">The binder.</param>
    /// <param name="syntax">As written.</param>
    /// <param name="scope">What names mean here.</param>
    /// <param name="type">The type required.</param>
    /// <param name="target">What receives the value, for findings.</param>
    public static Value? Bind(
        ExpressionBinder expressions, ExpressionSyntax syntax, ExpressionScope scope, RuleType type, string target)
    {
        var bound = expressions.BindAs(syntax, scope, type, target);
        if (bound is ConstantExpression { Value: var value })
        {
            return value;
        }

        if (bound is not ErrorBoundExpression)
        {
            var language = scope.Module.Language;
            scope.Module.Findings.Report(
                RulesCodes.WrongType,
                syntax.Span,
                scope.Module.TextOf(syntax),
                TypeWords.Of(bound.Type, language),
                language == "vi" ? "một giá trị viết thẳng" : "a value written out");
        }

        return null;
    }
}
