using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Binds checks of parameters.</summary>
internal static class CheckBinder
{
    /// <summary>The checks of all modules, in order of path and place.</summary>
    public static IReadOnlyList<BoundCheck> Bind(PackDeclarations pack, ExpressionBinder expressions) =>
        [.. pack.All<CheckSyntax>().Select(check => Bind(check.Syntax, check.Scope, expressions))];

    private static BoundCheck Bind(CheckSyntax syntax, ModuleScope module, ExpressionBinder expressions)
    {
        var condition = expressions.Condition(syntax.Condition, new ExpressionScope(module));
        foreach (var part in ExpressionParts.All(condition).Where(ReadsMore))
        {
            module.Findings.Report(RulesCodes.CheckReadsMore, part.Span, module.TextOf(part.Span));
        }

        return new BoundCheck(condition, syntax.Because, syntax.Condition.Span);
    }

    private static bool ReadsMore(BoundExpression part) => part
        is FactExpression or DefinitionExpression or OutputExpression or CaseExpression or TodayBoundExpression;
}
