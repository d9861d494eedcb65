using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Declares parameters and checks them against their own bounds.</summary>
internal sealed class ParameterDeclarer(PackDeclarations pack, ExpressionBinder expressions)
{
    /// <summary>Declares the parameters of all modules.</summary>
    public void Declare()
    {
        foreach (var (syntax, scope) in pack.All<ParameterSyntax>())
        {
            var parameter = Parameter(syntax, scope);
            CheckBounds(syntax, parameter, scope);
            pack.Parameters.Add(parameter);
            pack.Enter(pack.Names.Values, parameter);
        }
    }

    private ParameterSymbol Parameter(ParameterSyntax syntax, ModuleScope scope)
    {
        var type = TypeBinder.Bind(syntax.Type, syntax.Name.Text, scope);
        RefuseDated(syntax, scope);
        return new ParameterSymbol(syntax.Name.Text, type, syntax.Name.Span)
        {
            Values = [.. syntax.Values.Select(value =>
                new DatedParameterValue(value.From, Constant(value.Value, type, syntax, scope), []))],
            Lowest = Constant(syntax.Lowest, type, syntax, scope),
            Highest = Constant(syntax.Highest, type, syntax, scope),
            Step = syntax.Step is { } step ? Constant(step, type, syntax, scope) : null,
            Owner = syntax.Owner,
            Cites = CitationBinder.Demand(syntax.Cites, syntax.Name.Text, syntax.Name.Span, scope),
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
            Note = syntax.Note,
        };
    }

    private void RefuseDated(ParameterSyntax syntax, ModuleScope scope)
    {
        if (syntax.Values.FirstOrDefault(value => value.From is not null) is { } dated)
        {
            pack.Findings.Report(RulesCodes.NotSupportedYet, dated.Span, scope.TextOf(dated));
        }
    }

    // A value that cannot be read has its finding already and the pack is refused: missing only fills the place.
    private Value Constant(ExpressionSyntax value, RuleType type, ParameterSyntax syntax, ModuleScope scope) =>
        Constants.Bind(expressions, value, new ExpressionScope(scope), type, syntax.Name.Text) ?? MissingValue.Instance;

    private void CheckBounds(ParameterSyntax syntax, ParameterSymbol parameter, ModuleScope scope)
    {
        if (parameter.Values is not [var value, ..] || ParameterBounds.Holds(parameter, value.Value))
        {
            return;
        }

        pack.Findings.Report(
            RulesCodes.ParameterOutOfBounds,
            syntax.Values[0].Value.Span,
            syntax.Name.Text,
            scope.TextOf(syntax.Values[0].Value),
            scope.TextOf(syntax.Lowest),
            scope.TextOf(syntax.Highest),
            syntax.Owner ?? "-");
    }
}
