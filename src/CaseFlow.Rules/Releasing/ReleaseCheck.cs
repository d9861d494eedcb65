using System.Globalization;
using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Analysis.Findings;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Sources;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Coverage;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Releasing;

/// <summary>
/// Whether a pack may be released: every citation confirmed, nothing that `check` calls an error, the analysis
/// finished, every example passing, and everything that gives an answer shown by one.
/// </summary>
public static class ReleaseCheck
{
    /// <summary>Looks for all that stands against a release, at once.</summary>
    /// <param name="pack">A pack that loaded without an error.</param>
    /// <param name="signedBy">Who signs it; nobody is a refusal.</param>
    public static ReleaseReport Of(CompiledPack pack, IReadOnlyList<string> signedBy)
    {
        var bound = pack.Pack;
        var analysis = PackAnalysis.Of(bound, AnalysisBudget.Default);
        var tests = pack.Test();
        var coverage = pack.Coverage();
        var citations = PackCitations.All(bound).DistinctBy(citation => citation.Span).ToList();
        var refusals = OfManifest(bound, signedBy)
            .Concat(OfCitations(citations))
            .Concat(analysis.Findings.Select(finding => OfFinding(finding.Diagnostic)).OfType<Diagnostic>())
            .Concat(tests.Results.Where(result => !result.HasPassed).Select(OfExample))
            .Concat(coverage.Uncovered.Select(OfUncovered))
            .OrderBy(refusal => refusal.Span.File, StringComparer.Ordinal)
            .ThenBy(refusal => refusal.Span.Start);
        var practices = citations.Select(citation => citation.Practice).OfType<string>();
        return new ReleaseReport(
            [.. refusals],
            bound.Examples.Count,
            coverage,
            analysis.Regions,
            [.. practices.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>The refusal of a pack that has an error: CF6003 at its place.</summary>
    public static Diagnostic OfError(Diagnostic error) => Refusal(RulesCodes.ReleaseWithError, error.Span, error.Code);

    private static IEnumerable<Diagnostic> OfManifest(BoundPack pack, IReadOnlyList<string> signedBy)
    {
        var place = PackReader.StartOf(PackReader.ManifestPath);
        if (signedBy.Count == 0)
        {
            yield return Refusal(RulesCodes.ReleaseUnsigned, place);
        }

        if (pack.Manifest.Name == ManifestReader.Nameless.Name)
        {
            yield return Refusal(RulesCodes.ReleaseNameless, place, "name");
        }

        if (pack.Manifest.Version == ManifestReader.Nameless.Version)
        {
            yield return Refusal(RulesCodes.ReleaseNameless, place, "version");
        }
    }

    // A law still to be confirmed is told once, at its declaration: what rests on it need not be confirmed one by one.
    private static IEnumerable<Diagnostic> OfCitations(IReadOnlyList<Citation> citations)
    {
        var laws = citations.Where(citation => citation.Law is { Unverified: true })
            .GroupBy(citation => citation.Law!)
            .Select(group => Refusal(
                RulesCodes.UnverifiedLaw,
                group.Key.Span,
                group.Key.Name,
                group.Count().ToString(CultureInfo.InvariantCulture)));
        return citations.Where(citation => citation.Unverified)
            .Select(citation => Refusal(RulesCodes.UnverifiedCitation, citation.Span, citation.Text))
            .Concat(laws);
    }

    private static Diagnostic? OfFinding(Diagnostic finding) => finding switch
    {
        { Severity: Severity.Error } => OfError(finding),
        { Code: RulesCodes.AnalysisStopped or RulesCodes.FindingsCut } =>
            Refusal(RulesCodes.ReleaseUnproved, finding.Span, finding.Arguments[1]),
        _ => null,
    };

    private static Diagnostic OfExample(ExampleResult result) =>
        Refusal(RulesCodes.ReleaseExampleFails, result.Failure!.Span, result.Example.Title);

    private static Diagnostic OfUncovered(CoverageItem item) =>
        Refusal(RulesCodes.ReleaseUncovered, item.Span, item.Name, item.Owner);

    private static Diagnostic Refusal(string code, SourceSpan span, params string[] arguments) =>
        new(code, Severity.Error, span, arguments);
}
