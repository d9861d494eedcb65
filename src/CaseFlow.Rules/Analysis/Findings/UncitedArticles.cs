using System.Globalization;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Coverage;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Outlines;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>
/// CF5113 and CF5114: articles of an outlined law that nothing cites and nobody gave a reason for, once a law; and
/// reasons for articles that by now all are cited.
/// </summary>
internal static class UncitedArticles
{
    // A list that nobody reads to its end says no more than its beginning.
    private const int StretchesMost = 100;

    /// <summary>Checks a pack.</summary>
    public static void Find(BoundPack pack, FindingList findings)
    {
        var cited = LawCoverage.CitedItems(pack);
        foreach (var coverage in LawCoverage.Of(pack))
        {
            TellUncited(coverage, findings);
            foreach (var item in coverage.Law.Outline!.Items.SelectMany(item => item.Tree()))
            {
                TellIdle(coverage.Law, item, cited, findings);
            }
        }
    }

    private static void TellUncited(LawCoverage coverage, FindingList findings)
    {
        var uncited = coverage.In(LawPartState.Uncited);
        if (uncited.Count == 0)
        {
            return;
        }

        var law = coverage.Law;
        var first = uncited[0].Place;
        findings.Add(
            new Diagnostic(
                RulesCodes.ArticlesNeverCited,
                RulesCodes.SeverityOf(RulesCodes.ArticlesNeverCited),
                law.Span,
                [
                    law.Name,
                    ReferenceList.Of([.. uncited.Select(part => part.Place.Reference)], StretchesMost),
                    uncited.Count.ToString(CultureInfo.InvariantCulture),
                ])
            {
                Related = [new RelatedPlace(first.Rows[0].Span, first.Reference.ToString())],
                Law = law.Title,
            },
            null);
    }

    private static void TellIdle(
        LawSymbol law, OutlineItem item, IReadOnlyDictionary<OutlineItem, Citation> cited, FindingList findings)
    {
        if (item.Need == RuleNeed.Open || !IsAllCited(item, cited))
        {
            return;
        }

        var cite = cited[item.Tree().First(cited.ContainsKey)];
        var row = item.Rows.First(row => row.Need == item.Need);
        findings.Add(
            new Diagnostic(
                RulesCodes.ReasonNotNeeded,
                RulesCodes.SeverityOf(RulesCodes.ReasonNotNeeded),
                row.Span,
                [law.Name + " " + item.Reference, item.Because])
            {
                Related = [new RelatedPlace(cite.Span, cite.Text)],
                Law = law.Title,
            },
            null);
    }

    // By citations of itself or of what lies in it; that of a larger part is no reason to take its own away.
    private static bool IsAllCited(OutlineItem item, IReadOnlyDictionary<OutlineItem, Citation> cited) =>
        cited.ContainsKey(item) || (item.Parts.Count > 0 && item.Parts.All(part => IsAllCited(part, cited)));
}
