using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Decisions;

/// <summary>
/// What a hit policy asks of the rest of its decision. A sum gives one amount; the highest or lowest is told of one
/// output whose values have an order. A sum of nothing is 0 and a collection of nothing is empty, so neither ever comes
/// to `otherwise`.
/// </summary>
internal static class PolicyChecks
{
    /// <summary>Whether the outputs are such that the rules' effects can be bound; else that is a finding.</summary>
    public static bool Check(DecisionSyntax syntax, DecisionSymbol symbol, ModuleScope module)
    {
        if (syntax.Policy is HitPolicy.Sum or HitPolicy.Collect && syntax.Otherwise is { } otherwise)
        {
            module.Findings.Add(
                DiagnosticBag.Of(RulesCodes.OtherwiseNeverComes, otherwise.Span, Words(syntax, module)) with
                {
                    Related = [new RelatedPlace(syntax.PolicySpan, symbol.Name)],
                    Fixes = [Fixing.Remove(otherwise.Span)],
                });
        }

        if (syntax is { Clamp: { } clamp, Policy: not HitPolicy.Sum })
        {
            module.Findings.Add(DiagnosticBag.Of(RulesCodes.ClampOutsideSum, clamp.Span, Words(syntax, module)) with
            {
                Related = [new RelatedPlace(syntax.PolicySpan, symbol.Name)],
                Fixes = [Fixing.Remove(clamp.Span)],
            });
        }

        return syntax.Policy is HitPolicy.Single or HitPolicy.First or HitPolicy.Collect
            || HasOneOutput(syntax, symbol, module) && OutputFits(syntax, symbol.Outputs[0], module);
    }

    private static bool HasOneOutput(DecisionSyntax syntax, DecisionSymbol symbol, ModuleScope module)
    {
        if (symbol.Outputs.Count == 1)
        {
            return true;
        }

        module.Findings.ReportWith(
            RulesCodes.PolicyNeedsOneOutput,
            syntax.PolicySpan,
            [.. symbol.Outputs.Select(output => new RelatedPlace(output.Span, output.Name))],
            Words(syntax, module),
            ShortList.Of([.. symbol.Outputs.Select(output => TypeWords.NameIn(output, module.Language))]));
        return false;
    }

    private static bool OutputFits(DecisionSyntax syntax, OutputSymbol output, ModuleScope module)
    {
        var fits = output.Type.Kind switch
        {
            TypeKind.Error or TypeKind.Number or TypeKind.Money => true,
            TypeKind.Date or TypeKind.Duration or TypeKind.Enum => syntax.Policy != HitPolicy.Sum,
            _ => false,
        };
        if (!fits)
        {
            module.Findings.ReportWith(
                RulesCodes.PolicyNeedsAmounts,
                syntax.PolicySpan,
                [new RelatedPlace(output.Span, output.Name)],
                Words(syntax, module),
                TypeWords.NameIn(output, module.Language),
                TypeWords.Of(output.Type, module.Language));
        }

        return fits && output.Type.Kind != TypeKind.Error;
    }

    private static string Words(DecisionSyntax syntax, ModuleScope module) => module.TextOf(syntax.PolicySpan);
}
