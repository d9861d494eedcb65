using System.Globalization;
using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Analysis.Witnesses;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>
/// CF5102 (CF5112 where only possible): two rules of a `hit single` decision that give different values to one case,
/// with no exception that settles it. One finding a pair.
/// </summary>
internal sealed class Overlaps(AnalysedPack pack, DecisionCases cases, FindingList findings)
{
    private const int MostTold = 20;

    /// <summary>Looks for overlaps.</summary>
    public static void Find(AnalysedPack pack, DecisionCases cases, FindingList findings)
    {
        if (cases.Decision.Policy == HitPolicy.Single)
        {
            new Overlaps(pack, cases, findings).Find();
        }
    }

    private void Find()
    {
        var asked = cases.Asked();
        var told = new HashSet<(SourceSpan, SourceSpan)>();
        foreach (var (one, other) in new CandidatePairs(cases).Differing())
        {
            var both = cases.Space.And(asked, Conflicts.Between(cases, one, other));
            if (both == RegionSpace.Never || !told.Add((one.Source.Span, other.Source.Span)))
            {
                continue;
            }

            if (told.Count > MostTold)
            {
                findings.AddCut(
                    RulesCodes.FindingsCut,
                    cases.Decision.Symbol.Span,
                    MostTold.ToString(CultureInfo.InvariantCulture),
                    cases.Decision.Symbol.Name);
                return;
            }

            Tell(one, other, both);
        }
    }

    private void Tell(Candidate one, Candidate other, int both)
    {
        var decision = cases.Decision.Symbol;
        var words = pack.WordsAt(decision.Span);
        var search = new WitnessSearch(cases.Variables);
        var (box, sketch) = Found(search, one, other, both);
        var shown = sketch ?? search.Told(box);
        var example = ExampleText.OfConflict(words, decision, shown);
        var code = sketch is null ? RulesCodes.PossibleOverlap : RulesCodes.Overlap;
        findings.Add(
            new Diagnostic(
                code,
                RulesCodes.SeverityOf(code),
                other.Source.Span,
                [one.Source.Name, other.Source.Name, new BoxText(cases.Variables, words).Of(box)])
            {
                Related = [new RelatedPlace(one.Source.Span, one.Source.Name)],
                Law = Laws(one, other),
                Fixes =
                [
                    .. ExceptionSkeleton.For(pack, cases.Decision, one, other),
                    .. pack.Inserted(example, decision.Span),
                ],
            },
            sketch is null
                ? null
                : new Witness(sketch.Facts, sketch.Day, pack.Decide(decision, sketch)?.GoverningDate, example));
    }

    // Where what is free stands in the way of the first way in, the next ones are tried.
    private (Box Box, CaseSketch? Sketch) Found(WitnessSearch search, Candidate one, Candidate other, int both)
    {
        const int mostWays = 8;
        var widening = new BoxWidening(cases.Space, both);
        Box? first = null;
        foreach (var way in cases.Space.WaysIn(both).Take(mostWays))
        {
            var box = widening.Widen(Box.Of(way));
            first ??= box;
            if (search.Find(box, sketch => Conflict(sketch, one, other)) is { } sketch)
            {
                return (box, sketch);
            }
        }

        return (first!, null);
    }

    private bool Conflict(CaseSketch sketch, Candidate one, Candidate other) =>
        pack.Decide(cases.Decision.Symbol, sketch) is { Status: OutcomeStatus.Conflict } outcome
        && outcome.Rules.Any(rule => rule.Span == one.Version.Span)
        && outcome.Rules.Any(rule => rule.Span == other.Version.Span);

    private static string? Laws(Candidate one, Candidate other)
    {
        var laws = new[] { one, other }
            .Select(candidate => string.Join(", ", candidate.Version.Cites.Select(cite => cite.Text)))
            .Where(text => text.Length > 0)
            .Distinct();
        return string.Join(" | ", laws) is { Length: > 0 } text ? text : null;
    }
}
