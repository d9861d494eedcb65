using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Analysis.Witnesses;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>
/// CF5104: a row or rule whose cases are all cases of another one beside it, with the same values and the same
/// citations: without it nothing would come out otherwise. One of other citations is no repetition, for both are cited.
/// </summary>
internal sealed class RedundantRows(AnalysedPack pack, DecisionCases cases, FindingList findings)
{
    /// <summary>Looks for such rows where the policy does not count them.</summary>
    public static void Find(AnalysedPack pack, DecisionCases cases, FindingList findings)
    {
        var decision = cases.Decision;
        if (decision.Policy != HitPolicy.Sum && (decision.Policy != HitPolicy.Collect || decision.Distinct))
        {
            new RedundantRows(pack, cases, findings).Find();
        }
    }

    private void Find()
    {
        var copies = cases.Decision.Rules.GroupBy(rule => rule.Span).Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet();
        var groups = Enumerable.Range(0, cases.Decision.Rules.Count)
            .Where(rule => !copies.Contains(cases.Decision.Rules[rule].Span))
            .GroupBy(rule => KeyOf(cases.Decision.Rules[rule]), StringComparer.Ordinal)
            .Where(group => group.Count() > 1);
        foreach (var group in groups.Select(group => group.ToList()))
        {
            Find(group);
        }
    }

    // Each row is compared with those that stay: of two alike the former stays.
    private void Find(List<int> alike)
    {
        var asked = cases.Asked();
        var own = alike.ToDictionary(rule => rule, rule => cases.Space.And(asked, cases.Rules.Own(rule).Yes));
        var beside = new MeetingPairs(cases.Space, [.. alike.Select(rule => own[rule])]).All()
            .SelectMany(pair => new[] { pair, (pair.Later, pair.Former) })
            .ToLookup(pair => alike[pair.Item1], pair => alike[pair.Item2]);
        var gone = new HashSet<int>();
        foreach (var rule in alike.OrderDescending().Where(rule => MayGo(rule, own[rule])))
        {
            var wider = beside[rule].Order()
                .Where(other => !gone.Contains(other) && (cases.Decision.Policy != HitPolicy.First || other < rule))
                .FirstOrDefault(other => cases.Space.AreApart(own[rule], cases.Space.Not(own[other])), -1);
            if (wider >= 0)
            {
                gone.Add(rule);
                Tell(rule, wider, own[rule]);
            }
        }
    }

    // A rule with exceptions carries them; one that never counts is told of as such.
    private bool MayGo(int rule, int own) =>
        own != RegionSpace.Never
        && !cases.Rules.HasExceptions(rule)
        && !cases.Space.AreApart(cases.Asked(), cases.Rules.Live(rule).Yes);

    private void Tell(int rule, int other, int own)
    {
        var (row, wider) = (cases.Decision.Rules[rule], cases.Decision.Rules[other]);
        findings.Add(
            new Diagnostic(
                RulesCodes.RowRepeats, RulesCodes.SeverityOf(RulesCodes.RowRepeats), row.Span, [row.Name, wider.Name])
            {
                Related = [new RelatedPlace(wider.Span, wider.Name)],
                Law = Laws.Of(row),
            },
            WitnessOf(row, wider, cases.Space.And(own, cases.Rules.Active(rule).Yes)));
    }

    private Witness? WitnessOf(BoundRule row, BoundRule wider, int own)
    {
        if (own == RegionSpace.Never)
        {
            return null;
        }

        var decision = cases.Decision.Symbol;
        var sketch = new WitnessSearch(cases.Variables).Find(
            Box.Of(cases.Space.WayIn(own)), next => AreActive(next, row, wider));
        return sketch is null ? null : pack.Shown(decision, sketch);
    }

    private bool AreActive(CaseSketch sketch, BoundRule row, BoundRule wider) =>
        pack.Decide(cases.Decision.Symbol, sketch)?.Rules is { } active
        && active.Any(rule => rule.Name == wider.Name)
        && (cases.Decision.Policy != HitPolicy.Single || active.Any(rule => rule.Name == row.Name));

    private static string KeyOf(BoundRule rule) => string.Join(
        '\n',
        rule.Versions.Select(version => version.IsBlocker
            + string.Join(" ; ", version.Values.Select(Conditions.ExpressionKey.Of))
            + string.Join(" ; ", version.Cites.Select(cite => cite.Text)))
            .Append(rule.Regardless + string.Join(',', rule.Parents)));
}
