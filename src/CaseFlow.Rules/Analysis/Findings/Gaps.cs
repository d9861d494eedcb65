using System.Globalization;
using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Analysis.Witnesses;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>
/// CF5101 (CF5111 where only possible): cases that a decision is for and that no rule of it covers. Each finding tells
/// the regions of one cause, as wide as they go; together they tell all.
/// </summary>
internal sealed class Gaps
{
    // A decision with more holes than this is not finished; the first ones say so.
    private const int MostTold = 10;

    // One finding is read at a glance: it names this many regions, and so many are looked at for all findings.
    private const int MostInOne = 4;
    private const int MostRegions = 40;

    private readonly AnalysedPack _pack;
    private readonly DecisionCases _cases;
    private readonly FindingList _findings;
    private readonly DateOnly _first;
    private bool _isTold;

    private Gaps(AnalysedPack pack, DecisionCases cases, FindingList findings)
    {
        (_pack, _cases, _findings) = (pack, cases, findings);
        cases.Asked(out _first);
    }

    /// <summary>Looks for gaps where the policy knows them.</summary>
    public static void Find(AnalysedPack pack, DecisionCases cases, FindingList findings)
    {
        var (policy, rules) = (cases.Decision.Policy, cases.Decision.Rules);
        if (policy is not (HitPolicy.Sum or HitPolicy.Collect) && cases.Decision.Otherwise is null && rules.Count > 0)
        {
            new Gaps(pack, cases, findings).Find();
        }
    }

    /// <summary>The cases that a decision is for, from its first rule on, and that no rule of it covers.</summary>
    /// <param name="cases">The decision.</param>
    /// <param name="search">Looks for them.</param>
    public static int Of(DecisionCases cases, Uncovered search) => search.By(
        Enumerable.Range(0, cases.Decision.Rules.Count).Select(cases.MayBeActive)
            .Append(cases.Space.Not(cases.Asked(out _))));

    private void Find()
    {
        var search = new Uncovered(_cases.Space);
        try
        {
            TellAll(Of(_cases, search));
        }
        catch (BudgetSpentException) when (search.First is { } way && !_isTold)
        {
            // Not all is known, but one gap is.
            Tell([new GapRegion(Box.Of(way), RegionSpace.Never, Box.Of(way))]);
            throw;
        }
    }

    private void TellAll(int uncovered)
    {
        if (uncovered == RegionSpace.Never)
        {
            return;
        }

        var regions = new GapRegions(_cases.Space, uncovered, NamedConditions.Of(_cases));
        var all = regions.All().Take(MostRegions + 1).ToList();
        var groups = regions.Grouped(all);
        foreach (var group in groups.Take(MostTold))
        {
            Tell(group);
        }

        if (all.Count > MostRegions || groups.Count > MostTold)
        {
            _findings.AddCut(
                RulesCodes.FindingsCut,
                _cases.Decision.Symbol.Span,
                Math.Min(groups.Count, MostTold).ToString(CultureInfo.InvariantCulture),
                _cases.Decision.Symbol.Name);
        }
    }

    private void Tell(IReadOnlyList<GapRegion> regions)
    {
        _isTold = true;
        var decision = _cases.Decision.Symbol;
        var words = _pack.WordsAt(decision.Span);
        var search = new WitnessSearch(_cases.Variables);
        var sketch = regions.Select(region => search.Find(region.Sample, IsGap))
            .FirstOrDefault(found => found is not null);
        var shown = sketch ?? search.Told(regions[0].Sample);
        var outcome = _pack.Decide(decision, shown);
        var example = ExampleText.OfGap(words, decision, shown);
        var code = sketch is null ? RulesCodes.PossibleGap : RulesCodes.Gap;
        var from = FirstDay(regions, outcome?.GoverningDate ?? _first);
        _findings.Add(
            new Diagnostic(
                code,
                RulesCodes.SeverityOf(code),
                decision.Span,
                [Text(regions, words, sketch), from, words.Name(decision)])
            {
                Fixes = [.. _pack.Inserted(example, decision.Span)],
            },
            sketch is null ? null : new Witness(sketch.Facts, sketch.Day, outcome?.GoverningDate, example));
    }

    private string Text(IReadOnlyList<GapRegion> regions, ModuleWords words, CaseSketch? sketch)
    {
        var texts = new BoxText(_cases.Variables, words);
        var told = regions.Take(MostInOne).Select(region => texts.Of(region.Told, sketch)).Distinct();
        var text = string.Join("; " + words.Word(Keyword.Or) + " ", told);
        return regions.Count > MostInOne ? text + "; …" : text;
    }

    private bool IsGap(CaseSketch sketch) =>
        _pack.Decide(_cases.Decision.Symbol, sketch)?.Status == OutcomeStatus.Gap;

    // The first day on which the gap is there, as far as one date tells it; else the day of the case shown.
    private string FirstDay(IReadOnlyList<GapRegion> regions, DateOnly shown)
    {
        var dates = regions[0].Told.Sides
            .Where(side => _cases.Variables[side.Key].Type.Kind == Facts.TypeKind.Date)
            .Select(side => side.Value[0].From)
            .Where(from => from is not null && from != Cut.AfterMissing);
        var day = dates.Any() || _first == DateOnly.MinValue ? shown : _first;
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
