using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>Binds `case.state` and the other things that a rule may know of the case itself.</summary>
internal static class CasePaths
{
    private const string DueName = "due";

    private static readonly Dictionary<string, (CaseProperty Property, RuleType Type)> Properties =
        new(StringComparer.Ordinal)
        {
            ["state"] = (CaseProperty.State, RuleType.Text),
            ["opened_on"] = (CaseProperty.OpenedOn, RuleType.Date),
            ["parent"] = (CaseProperty.Parent, RuleType.Text.AsOptional()),
            ["holder"] = (CaseProperty.Holder, RuleType.Text.AsOptional()),
            ["agency"] = (CaseProperty.Agency, RuleType.Text.AsOptional()),
        };

    /// <summary>Binds a path that begins with `case`.</summary>
    public static BoundExpression Bind(PathExpression path, IReadOnlyList<Name> parts, ExpressionScope scope)
    {
        var folded = IdentifierFolding.Fold(parts[1].Text);
        if (folded == DueName && parts.Count == 3)
        {
            var deadline = scope.Module.Resolve(
                scope.Module.Names.Deadlines, parts[2], RulesCodes.UnknownLifecycleName);
            return deadline is null
                ? new ErrorBoundExpression(path.Span)
                : new CaseExpression(CaseProperty.Due, deadline.Name, RuleType.Date.AsOptional(), path.Span);
        }

        if (parts.Count == 2 && Properties.TryGetValue(folded, out var property))
        {
            return new CaseExpression(property.Property, null, property.Type, path.Span);
        }

        var guess = Suggestions.Nearest(parts[1].Text, Properties.Keys.Append(DueName));
        scope.Module.Findings.ReportGuessing(RulesCodes.UnknownFact, parts[1].Span, guess, path.Text);
        return new ErrorBoundExpression(path.Span);
    }
}
