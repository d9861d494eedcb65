using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Citations;

/// <summary>Turns citations as written into citations of declared laws.</summary>
internal static class CitationBinder
{
    /// <summary>The citations whose law is declared; the others are findings.</summary>
    public static IReadOnlyList<Citation> Bind(IReadOnlyList<CitationSyntax> cites, ModuleScope scope) =>
        [.. cites.Select(cite => Bind(cite, scope)).OfType<Citation>()];

    /// <summary>The citations of an item that must have some: none is a finding.</summary>
    public static IReadOnlyList<Citation> Demand(
        IReadOnlyList<CitationSyntax> cites, string item, SourceSpan span, ModuleScope scope)
    {
        if (cites.Count == 0)
        {
            scope.Findings.Report(RulesCodes.NoCitation, span, item);
        }

        return Bind(cites, scope);
    }

    /// <summary>One citation, or null with a finding where its law is not declared.</summary>
    public static Citation? Bind(CitationSyntax cite, ModuleScope scope)
    {
        if (cite is PracticeCitationSyntax practice)
        {
            return new Citation(null, [], practice.Text, practice.Unverified, practice.Span);
        }

        var written = (LawCitationSyntax)cite;
        return scope.Resolve(scope.Names.Laws, written.Law, RulesCodes.UnknownLaw) is { } law
            ? new Citation(law, written.Parts, null, written.Unverified, written.Span)
            : null;
    }
}
