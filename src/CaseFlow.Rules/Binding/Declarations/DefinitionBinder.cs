using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Binds the expressions of definitions.</summary>
internal static class DefinitionBinder
{
    /// <summary>Binds one definition.</summary>
    public static void Bind(Declared<DefinitionSyntax, DefinitionSymbol> declared, ExpressionBinder expressions)
    {
        var (syntax, symbol, module) = declared;
        symbol.Cites = CitationBinder.Demand(syntax.Cites, syntax.Name.Text, syntax.Name.Span, module);
        symbol.Period = PeriodBinder.Of(
            syntax.Period, symbol.Cites, syntax.Name.Text, syntax.Name.Span, module.Findings);
        symbol.Value = expressions.BindAs(
            syntax.Value, new ExpressionScope(module), symbol.Type, syntax.Name.Text);
    }
}
