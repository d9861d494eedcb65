using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Binds the expressions of definitions.</summary>
internal static class DefinitionBinder
{
    /// <summary>Binds one definition.</summary>
    public static void Bind(Declared<DefinitionSyntax, DefinitionSymbol> declared, ExpressionBinder expressions)
    {
        var (syntax, symbol, module) = declared;
        symbol.Cites = CitationBinder.Demand(
            syntax.Cites,
            syntax.Name.Text,
            syntax.Name.Span,
            module,
            per => Fixing.After(syntax.Type.Span, " " + per));
        symbol.Period = PeriodBinder.Of(syntax.Period, symbol.Cites, syntax.Name.Text, syntax.Name.Span, module);
        var scope = new ExpressionScope(module);
        symbol.Value = expressions.BindAs(
            syntax.Value,
            symbol.Type.Kind == TypeKind.Boolean ? scope.In(syntax.Value) : scope,
            symbol.Type,
            syntax.Name.Text);
    }
}
