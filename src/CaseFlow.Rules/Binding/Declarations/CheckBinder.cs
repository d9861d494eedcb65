using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Binds checks of parameters.</summary>
internal sealed class CheckBinder(PackDeclarations pack, ExpressionBinder expressions)
{
    // A longer definition is clearer where it stands, and a pack made to do harm would have it written out everywhere.
    private const int LongestInPlace = 200;

    private readonly Lazy<Dictionary<DefinitionSymbol, Declared<DefinitionSyntax, DefinitionSymbol>>> _definitions =
        new(() => pack.Definitions.ToDictionary(definition => definition.Symbol));

    /// <summary>The checks of all modules, in order of path and place.</summary>
    public IReadOnlyList<BoundCheck> Bind() =>
        [.. pack.All<CheckSyntax>().Select(check => Bind(check.Syntax, check.Scope))];

    private BoundCheck Bind(CheckSyntax syntax, ModuleScope module)
    {
        var condition = expressions.Condition(syntax.Condition, new ExpressionScope(module));
        foreach (var part in ExpressionParts.All(condition).Where(ReadsMore))
        {
            module.Findings.Add(DiagnosticBag.Of(
                RulesCodes.CheckReadsMore, part.Span, module.TextOf(part.Span)) with
            {
                Fixes = part is DefinitionExpression definition ? InPlace(definition, module) : [],
            });
        }

        return new BoundCheck(condition, syntax.Because, syntax.Condition.Span);
    }

    private static bool ReadsMore(BoundExpression part) => part
        is FactExpression or DefinitionExpression or OutputExpression or CaseExpression or TodayBoundExpression;

    // What the definition of this module says, where that reads parameters only.
    private IReadOnlyList<TextFix> InPlace(DefinitionExpression read, ModuleScope module)
    {
        var declared = _definitions.Value[read.Definition];
        var value = declared.Symbol.Value;
        return declared.Scope == module && value is not ErrorBoundExpression
            && declared.Syntax.Value.Span.Length <= LongestInPlace
            && !ExpressionParts.All(value).Any(part => ReadsMore(part) || part is ErrorBoundExpression)
            ? [Fixing.Replace(read.Span, "(" + module.Written(declared.Syntax.Value.Span) + ")")]
            : [];
    }
}
