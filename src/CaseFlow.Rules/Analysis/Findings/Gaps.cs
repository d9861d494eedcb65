using System.Globalization;
using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Analysis.Witnesses;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>
/// CF5101 (CF5111 where only possible): cases that a decision is for and that no rule of it covers. Each finding tells
/// one box of such cases, as wide as it goes; together they tell all.
/// </summary>
internal sealed class Gaps
{
    // A decision with more holes than this is not finished; the first ones say so.
    private const int MostTold = 10;

    private readonly AnalysedPack _pack;
    private readonly DecisionCases _cases;
    private readonly FindingList _findings;
    private readonly DateOnly _first;
    private readonly int _asked;

    private Gaps(AnalysedPack pack, DecisionCases cases, FindingList findings)
    {
        (_pack, _cases, _findings) = (pack, cases, findings);
        _asked = cases.Asked(out _first);
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

    private void Find()
    {
        var active = Enumerable.Range(0, _cases.Decision.Rules.Count).Select(_cases.MayBeActive);
        var outside = _cases.Space.Not(_asked);
        var search = new Uncovered(_cases.Space);
        try
        {
            TellAll(search.By(active.Append(outside)));
        }
        catch (BudgetSpentException) when (search.First is { } way)
        {
            // Not all is known, but one gap is.
            Tell(Box.Of(way));
            throw;
        }
    }

    private void TellAll(int uncovered)
    {
        for (var told = 0; uncovered != RegionSpace.Never; told++)
        {
            if (told == MostTold)
            {
                _findings.AddCut(
                    RulesCodes.FindingsCut,
                    _cases.Decision.Symbol.Span,
                    MostTold.ToString(CultureInfo.InvariantCulture),
                    _cases.Decision.Symbol.Name);
                return;
            }

            var box = new BoxWidening(_cases.Space, uncovered).Widen(Box.Of(_cases.Space.WayIn(uncovered)));
            Tell(box);
            uncovered = _cases.Space.Except(uncovered, box.In(_cases.Space));
        }
    }

    private void Tell(Box box)
    {
        var decision = _cases.Decision.Symbol;
        var words = _pack.WordsAt(decision.Span);
        var search = new WitnessSearch(_cases.Variables);
        var sketch = search.Find(box, IsGap);
        var shown = sketch ?? search.Told(box);
        var outcome = _pack.Decide(decision, shown);
        var example = ExampleText.OfGap(words, decision, shown);
        var code = sketch is null ? RulesCodes.PossibleGap : RulesCodes.Gap;
        var from = FirstDay(box, outcome?.GoverningDate ?? _first);
        _findings.Add(
            new Diagnostic(
                code,
                RulesCodes.SeverityOf(code),
                decision.Span,
                [new BoxText(_cases.Variables, words).Of(box), from, words.Name(decision)])
            {
                Fixes = [.. _pack.Inserted(example, decision.Span)],
            },
            sketch is null ? null : new Witness(sketch.Facts, sketch.Day, outcome?.GoverningDate, example));
    }

    private bool IsGap(CaseSketch sketch) =>
        _pack.Decide(_cases.Decision.Symbol, sketch)?.Status == OutcomeStatus.Gap;

    // The first day on which the gap is there, as far as one date tells it; else the day of the case shown.
    private string FirstDay(Box box, DateOnly shown)
    {
        var dates = box.Sides
            .Where(side => _cases.Variables[side.Key].Type.Kind == Facts.TypeKind.Date)
            .Select(side => side.Value[0].From)
            .Where(from => from is not null && from != Cut.AfterMissing);
        var day = dates.Any() || _first == DateOnly.MinValue ? shown : _first;
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
