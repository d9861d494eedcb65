using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Declares parameters and checks them against their own bounds, steps and dates.</summary>
internal sealed class ParameterDeclarer(PackDeclarations pack, ExpressionBinder expressions)
{
    /// <summary>Declares the parameters of all modules.</summary>
    public void Declare()
    {
        foreach (var (syntax, scope) in pack.All<ParameterSyntax>())
        {
            var parameter = Parameter(syntax, scope);
            CheckOrder(syntax, parameter, scope);
            foreach (var (written, value) in syntax.Values.Zip(parameter.Values))
            {
                CheckBounds(parameter, value.Value, (syntax, written.Value), scope);
            }

            pack.Parameters.Add(parameter);
            pack.Enter(pack.Names.Values, parameter);
        }
    }

    private ParameterSymbol Parameter(ParameterSyntax syntax, ModuleScope scope)
    {
        var type = TypeBinder.Bind(syntax.Type, syntax.Name.Text, scope);
        return new ParameterSymbol(syntax.Name.Text, type, syntax.Name.Span)
        {
            Values = [.. syntax.Values.Select(value => Dated(value, type, syntax, scope))],
            Lowest = Constant(syntax.Lowest, type, syntax, scope),
            Highest = Constant(syntax.Highest, type, syntax, scope),
            Step = syntax.Step is { } step ? Constant(step, StepType(type), syntax, scope) : null,
            Owner = syntax.Owner,
            Cites = CitationBinder.Demand(syntax.Cites, syntax.Name.Text, syntax.Name.Span, scope),
            Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
            Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
            Note = syntax.Note,
        };
    }

    private DatedParameterValue Dated(
        DatedValueSyntax value, RuleType type, ParameterSyntax syntax, ModuleScope scope) =>
        new(value.From, Constant(value.Value, type, syntax, scope), CitationBinder.Bind(value.Cites, scope));

    // Dates step by days, members of an enum by places; everything else by its own kind.
    private static RuleType StepType(RuleType type) => type.Kind switch
    {
        TypeKind.Date => RuleType.Duration,
        TypeKind.Enum or TypeKind.Boolean or TypeKind.Text => RuleType.Number,
        _ => type,
    };

    // A value that cannot be read has its finding already and the pack is refused: missing only fills the place.
    private Value Constant(ExpressionSyntax value, RuleType type, ParameterSyntax syntax, ModuleScope scope) =>
        Constants.Bind(expressions, value, new ExpressionScope(scope), type, syntax.Name.Text) ?? MissingValue.Instance;

    private void CheckOrder(ParameterSyntax syntax, ParameterSymbol parameter, ModuleScope scope)
    {
        foreach (var (former, latter) in syntax.Values.Zip(syntax.Values.Skip(1)))
        {
            if (latter.From <= former.From)
            {
                pack.Findings.Add(DiagnosticBag.Of(
                    RulesCodes.DatedValuesOutOfOrder,
                    latter.Span,
                    parameter,
                    PeriodBinder.Day(latter.From!.Value)) with
                {
                    Related = [new RelatedPlace(former.Span, parameter.Name)],
                    Fixes = ParameterFixes.InOrder(former, latter, syntax, scope),
                    Law = LawText.Of(parameter.Cites),
                });
            }
        }
    }

    private void CheckBounds(
        ParameterSymbol parameter,
        Value value,
        (ParameterSyntax Parameter, ExpressionSyntax Value) syntax,
        ModuleScope scope)
    {
        var isOnStep = ParameterBounds.IsOnStep(parameter, value);
        if (ParameterBounds.Holds(parameter, value) && isOnStep)
        {
            return;
        }

        var highest = syntax.Parameter.Highest.Span;
        var upper = isOnStep ? highest : highest.To(syntax.Parameter.Step!.Span);
        pack.Findings.Add(DiagnosticBag.Of(
            RulesCodes.ParameterOutOfBounds,
            syntax.Value.Span,
            parameter,
            scope.TextOf(syntax.Value),
            scope.TextOf(syntax.Parameter.Lowest),
            scope.TextOf(upper),
            parameter.Owner ?? "-") with
        {
            Related = [new RelatedPlace(syntax.Parameter.Lowest.Span.To(upper), parameter.Name)],
            Fixes = ParameterFixes.BoundsSwapped(parameter, value, syntax.Parameter, scope),
            Law = LawText.Of(parameter.Cites),
        });
    }
}
