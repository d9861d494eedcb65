using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Changes of parameters as written, where it is plain what was meant.</summary>
internal static class ParameterFixes
{
    private const int MostOrdered = 100;

    /// <summary>
    /// Dated values in the order of their dates; none where two share a date, of which only one can be right, and none
    /// where there are so many that nobody could read the change.
    /// </summary>
    public static IReadOnlyList<TextFix> InOrder(
        DatedValueSyntax former, DatedValueSyntax latter, ParameterSyntax parameter, ModuleScope module)
    {
        var whole = parameter.Values[0].Span.To(parameter.Values[^1].Span);
        var hasComment = module.Written(whole).Contains('#', StringComparison.Ordinal);
        if (hasComment || parameter.Values.Count > MostOrdered || former.From == latter.From)
        {
            return [];
        }

        var edits = parameter.Values.Zip(parameter.Values.OrderBy(value => value.From))
            .Where(pair => pair.First != pair.Second)
            .Select(pair => new TextEdit(pair.First.Span, module.Written(pair.Second.Span)));
        return [new TextFix([.. edits])];
    }

    /// <summary>Bounds that stand the wrong way round change places, where the value lies between them.</summary>
    public static IReadOnlyList<TextFix> BoundsSwapped(
        ParameterSymbol parameter, Value value, ParameterSyntax syntax, ModuleScope module)
    {
        var (low, high) = (parameter.Lowest, parameter.Highest);
        var isBetween = ParameterBounds.Compare(low, high) > 0
            && ParameterBounds.Compare(high, value) <= 0
            && ParameterBounds.Compare(value, low) <= 0;
        return isBetween
            ?
            [
                new TextFix(
                [
                    new TextEdit(syntax.Lowest.Span, module.Written(syntax.Highest.Span)),
                    new TextEdit(syntax.Highest.Span, module.Written(syntax.Lowest.Span)),
                ]),
            ]
            : [];
    }
}
