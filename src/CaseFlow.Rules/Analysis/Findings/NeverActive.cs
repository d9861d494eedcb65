using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Analysis.Witnesses;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Syntax.Lexing;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>
/// CF5103: a rule that is active in no case: always overridden or blocked, preceded where the first rule counts, or
/// with a condition that contradicts itself, its parents', the decision's, or its period.
/// </summary>
internal sealed class NeverActive(AnalysedPack pack, DecisionCases cases, FindingList findings)
{
    /// <summary>Looks for such rules. Copies of one exception, one a row, count as one rule.</summary>
    public static void Find(AnalysedPack pack, DecisionCases cases, FindingList findings)
    {
        var finder = new NeverActive(pack, cases, findings);
        var rules = cases.Decision.Rules.Select((rule, place) => (rule, place)).GroupBy(item => item.rule.Span);
        foreach (var copies in rules.Select(group => group.Select(item => item.place).ToList()))
        {
            if (copies.TrueForAll(finder.IsDead))
            {
                finder.Tell(copies[0]);
            }
        }
    }

    // A blocker is never active itself; it is dead where it never comes to stand in any case.
    private bool IsDead(int rule) => cases.Space.AreApart(Reach(rule), cases.Asked());

    private int Reach(int rule)
    {
        if (cases.Decision.Rules[rule].Versions.All(version => version.IsBlocker))
        {
            return cases.Rules.Stands(rule).Yes;
        }

        return cases.Decision.Policy == HitPolicy.First
            ? Former(rule).Aggregate(cases.Rules.Active(rule).Yes, (left, other) =>
                cases.Space.Except(left, cases.Rules.Active(other).Yes))
            : cases.Rules.Active(rule).Yes;
    }

    private IEnumerable<int> Former(int rule) => Enumerable.Range(0, rule);

    private void Tell(int rule)
    {
        var source = cases.Decision.Rules[rule];
        var (names, places, sketch) = Against(rule);
        findings.Add(
            new Diagnostic(
                RulesCodes.NeverActive,
                RulesCodes.SeverityOf(RulesCodes.NeverActive),
                source.Span,
                [source.Name, names])
            {
                Related = places,
                Law = Laws.Of(source),
            },
            sketch is null ? null : pack.Shown(cases.Decision.Symbol, sketch));
    }

    // What stands against the rule: the rules that beat it wherever it is live, or the condition that shuts it out.
    private (string Names, IReadOnlyList<RelatedPlace> Places, CaseSketch? Sketch) Against(int rule)
    {
        var asked = cases.Asked();
        var pre = cases.Space.And(asked, cases.Rules.Pre(rule).Yes);
        if (pre == RegionSpace.Never)
        {
            var (name, span) = ShutOutBy(rule, asked);
            return (name, span is { } place ? [new RelatedPlace(place, name)] : [], null);
        }

        var live = cases.Space.And(asked, cases.Rules.Live(rule).Yes);
        var beaten = live == RegionSpace.Never ? pre : live;
        var beaters = Beaters(rule, live == RegionSpace.Never)
            .Where(other => !cases.Space.AreApart(
                beaten, cases.Space.Or(cases.Rules.Live(other).Yes, cases.Rules.Stands(other).Yes)))
            .Select(other => cases.Decision.Rules[other])
            .DistinctBy(other => other.Span)
            .ToList();
        var sketch = new WitnessSearch(cases.Variables).Find(
            Box.Of(cases.Space.WayIn(beaten)), next => Shows(next, beaters));
        return (
            ShortList.Of([.. beaters.Select(other => other.Name)]),
            [.. beaters.Select(other => new RelatedPlace(other.Span, other.Name))],
            sketch);
    }

    private IEnumerable<int> Beaters(int rule, bool isBlocked)
    {
        if (isBlocked)
        {
            var line = Line(rule);
            return Enumerable.Range(0, cases.Decision.Rules.Count).Where(other => other != rule
                && cases.Decision.Rules[other].Versions.Any(version => version.IsBlocker)
                && cases.Decision.Rules[other].Parents.Any(line.Contains));
        }

        var below = cases.Rules.Below(rule);
        return below.Count > 0 || cases.Decision.Policy != HitPolicy.First ? below : Former(rule);
    }

    // A rule and those it is an exception to, directly or through others.
    private HashSet<int> Line(int rule)
    {
        var (line, open) = (new HashSet<int>(), new Stack<int>([rule]));
        while (open.TryPop(out var next))
        {
            if (line.Add(next))
            {
                cases.Decision.Rules[next].Parents.ToList().ForEach(open.Push);
            }
        }

        return line;
    }

    private (string Name, SourceSpan? Span) ShutOutBy(int rule, int asked)
    {
        var source = cases.Decision.Rules[rule];
        var own = cases.Rules.Own(rule).Yes;
        var when = source.Versions.Select(version => version.When).FirstOrDefault(condition => condition is not null);
        if (own == RegionSpace.Never && when is not null)
        {
            return (ExpressionText.Of(when), when.Span);
        }

        if (cases.Space.And(asked, own) == RegionSpace.Never)
        {
            return cases.Decision.Applies is { } applies
                ? (pack.WordsAt(source.Span).Word(Keyword.AppliesWhen), applies.Span)
                : (pack.WordsAt(source.Span).Word(Keyword.ByDate), cases.Decision.GoverningDate.Span);
        }

        var parent = source.Parents.Select(place => cases.Decision.Rules[place]).First();
        return (parent.Name, parent.Span);
    }

    private bool Shows(CaseSketch sketch, List<BoundRule> beaters) =>
        pack.Decide(cases.Decision.Symbol, sketch) is { } outcome
        && (outcome.Rules.Any(rule => beaters.Exists(beater => beater.Name == rule.Name))
            || beaters.Exists(beater => beater.Versions.Any(version => version.IsBlocker)));
}
