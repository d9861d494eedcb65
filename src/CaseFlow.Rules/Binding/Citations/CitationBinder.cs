using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Citations;

/// <summary>Turns citations as written into citations of declared laws.</summary>
internal static class CitationBinder
{
    /// <summary>The citations whose law is declared; the others are findings.</summary>
    public static IReadOnlyList<Citation> Bind(IReadOnlyList<CitationSyntax> cites, ModuleScope scope) =>
        [.. cites.Select(cite => Bind(cite, scope)).OfType<Citation>()];

    /// <summary>The citations of an item that must have some: none is a finding.</summary>
    /// <param name="cites">As written.</param>
    /// <param name="item">The item's name.</param>
    /// <param name="span">Where the item is reported.</param>
    /// <param name="scope">The module.</param>
    /// <param name="insert">Inserts a citation; null where the grammar itself demands one.</param>
    public static IReadOnlyList<Citation> Demand(
        IReadOnlyList<CitationSyntax> cites,
        string item,
        SourceSpan span,
        ModuleScope scope,
        Func<string, TextFix>? insert = null)
    {
        if (cites.Count == 0)
        {
            ReportNone(item, span, scope, insert);
        }

        return Bind(cites, scope);
    }

    /// <summary>Reports an item that cites nothing.</summary>
    public static void ReportNone(string item, SourceSpan span, ModuleScope scope, Func<string, TextFix>? insert) =>
        scope.Findings.Add(DiagnosticBag.Of(RulesCodes.NoCitation, span, item) with
        {
            Fixes = insert is null ? [] : [insert(OpenCitation(scope))],
        });

    // What is to be cited only the author knows: an open place that no release lets pass.
    private static string OpenCitation(ModuleScope scope) =>
        $"{scope.Phrase(Keyword.Per)} {scope.Phrase(Keyword.Practice)} \"…\" {scope.Phrase(Keyword.Unverified)}";

    /// <summary>
    /// One citation, or null with a finding where its law is not declared; what its law's outline does not list is a
    /// finding too.
    /// </summary>
    public static Citation? Bind(CitationSyntax cite, ModuleScope scope)
    {
        if (cite is PracticeCitationSyntax practice)
        {
            return new Citation(null, [], practice.Text, practice.Unverified, practice.Span);
        }

        var written = (LawCitationSyntax)cite;
        if (scope.Resolve(scope.Names.Laws, written.Law, RulesCodes.UnknownLaw) is not { } law)
        {
            return null;
        }

        CitedPlaces.CheckExists(law, written, scope.Findings);
        return new Citation(law, written.Parts, null, written.Unverified, written.Span);
    }
}
