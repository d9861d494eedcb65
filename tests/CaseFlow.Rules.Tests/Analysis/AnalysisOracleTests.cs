using CaseFlow.Rules.Analysis;
using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Findings;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Analysis.Witnesses;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;
using CaseFlow.Rules.Tests.Evaluation;

namespace CaseFlow.Rules.Tests.Analysis;

/// <summary>
/// Random small decisions: what the analysis says of all cases by regions is what the interpreter says of a case out of
/// every region, one by one.
/// </summary>
public sealed class AnalysisOracleTests
{
    private static int Rounds => RandomRun.Rounds(60);

    [Theory]
    [InlineData("single")]
    [InlineData("first hit")]
    [InlineData("highest")]
    public void Analysis_OfRandomDecisions_AgreesWithEveryRegion(string policy)
    {
        var (seen, loaded) = (new HashSet<string>(), 0);
        for (var round = 0; round < Rounds; round++)
        {
            var text = new RandomDecision(new Random(unchecked(RandomRun.Seed + round))).Text(policy);
            if (Load(text) is { } pack)
            {
                loaded++;
                seen.UnionWith(new Comparison(pack, RandomRun.Because(round, "\n" + text)).Check());
            }
        }

        loaded.Should().BeGreaterThan(Rounds / 2, string.Join(", ", seen));
        seen.Should().Contain([RulesCodes.Gap, RulesCodes.NeverActive]);
        seen.Contains(RulesCodes.Overlap).Should().Be(policy == "single");
    }

    private static CompiledPack? Load(string text)
    {
        var loaded = RulePack.Load(InMemoryRuleSource.OfTexts(
            [("pack.json", """{"name":"test"}"""), ("main.cfr", "language en\nmodule test\n" + text)]));
        return loaded.Pack is { } pack ? new CompiledPack(pack) : null;
    }

    /// <summary>One decision against all of its regions.</summary>
    private sealed class Comparison
    {
        private static readonly DateOnly First = new(2020, 1, 1);

        private readonly CompiledPack _pack;
        private readonly string _because;
        private readonly DecisionCases _cases;
        private readonly List<(CaseFacts Facts, DecisionOutcome Outcome)> _all;

        public Comparison(CompiledPack pack, string because)
        {
            (_pack, _because) = (pack, because);
            var decision = pack.Pack.Decisions[0];
            _cases = new DecisionReader(
                pack.Pack.Decisions.ToDictionary(item => item.Symbol), new RegionBudget(1_000_000)).Read(decision);
            _all = [.. Regions(pack.Pack.FactRoots[0].Fields)
                .Select(facts => (facts, pack.Evaluate(facts, new EvaluationContext(First)).Decide(decision.Symbol)))];
        }

        public IEnumerable<string> Check()
        {
            CheckSets();
            var report = PackAnalysis.Of(_pack.Pack, AnalysisBudget.Default);
            var told = report.Findings.Select(finding => finding.Diagnostic).ToList();
            var isCut = told.Exists(finding => finding.Code == RulesCodes.FindingsCut);
            report.IsCutShort.Should().Be(isCut, _because);
            told.Exists(finding => finding.Code == RulesCodes.Gap).Should().Be(CheckGaps(), _because);
            Pairs(told).Should().BeSubsetOf(ConflictingPairs(), _because);
            (isCut ? [] : ConflictingPairs()).Should().BeSubsetOf(Pairs(told), _because);
            told.Should().NotContain(
                finding => finding.Code == RulesCodes.PossibleGap || finding.Code == RulesCodes.PossibleOverlap,
                _because);
            Dead(told).Should().BeEquivalentTo(NeverSeen(), _because);
            return told.Select(finding => finding.Code);
        }

        // What is told of gaps is all of them, and nothing else.
        private bool CheckGaps()
        {
            if (_cases.Decision.Otherwise is not null)
            {
                return false;
            }

            var uncovered = Gaps.Of(_cases, new Uncovered(_cases.Space));
            foreach (var (facts, outcome) in _all)
            {
                var isGap = outcome is { Status: OutcomeStatus.Gap, GoverningDate: { } day } && day >= FirstDay();
                if (Contains(uncovered, facts) != isGap)
                {
                    outcome.Should().BeNull("the gaps are others; " + _because);
                }
            }

            var regions = new GapRegions(_cases.Space, uncovered, NamedConditions.Of(_cases));
            var told = regions.Grouped(regions.All()).SelectMany(group => group).ToList();
            _cases.Space.Any([.. told.Select(region => region.Cases)]).Should().Be(uncovered, _because);
            told.Should().NotContain(
                region => !_cases.Space.IsWithin(region.Sample.In(_cases.Space), region.Cases), _because);
            return told.Count > 0;
        }

        // Every region by itself: whether the decision is for it, and which rules are active. A definition that is not
        // in force leaves it undecided.
        private void CheckSets()
        {
            var asked = _cases.Asked();
            foreach (var (facts, outcome) in _all.Where(item => item.Outcome.Status != OutcomeStatus.Undecided))
            {
                var isAsked = outcome.Status != OutcomeStatus.NotApplicable;
                if (Contains(asked, facts) != isAsked || (isAsked && !AreActive(facts, outcome)))
                {
                    outcome.Should().BeNull("the regions say otherwise; " + _because);
                }
            }
        }

        // Of other policies than single the outcome names only the rules that made it. Copies of one exception, one a
        // row of its table, stand in one place: any of them may be the active one.
        private bool AreActive(CaseFacts facts, DecisionOutcome outcome) =>
            _cases.Decision.Policy != HitPolicy.Single
            || _cases.Candidates.GroupBy(candidate => candidate.Version.Span).All(copies =>
                copies.Any(candidate => Contains(candidate.Active.Yes, facts))
                    == outcome.Rules.Any(rule => rule.Span == copies.Key));

        private bool Contains(int node, CaseFacts facts)
        {
            while (node > RegionSpace.Always)
            {
                var asked = _cases.Space[node];
                var variable = _cases.Variables[asked.Level];
                var fact = (FactExpression)variable.Expression;
                var value = facts[fact.Fact]!;
                var place = value is MissingValue ? 0 : Array.FindIndex(
                    asked.Cuts, cut => Cut.After(variable.PositionOf(value)!.Value).CompareTo(cut) <= 0
                        || (!variable.IsDense && cut == Cut.Before(variable.PositionOf(value)!.Value + 1)));
                node = asked.Children[place < 0 ? asked.Cuts.Length : place];
            }

            return node == RegionSpace.Always;
        }

        private DateOnly FirstDay() => _cases.Decision.Rules
            .SelectMany(rule => rule.Versions)
            .Min(version => version.Period.From);

        private static HashSet<string> Pairs(IEnumerable<Diagnostic> told) =>
        [
            .. told.Where(finding => finding.Code == RulesCodes.Overlap)
                .Select(finding => finding.Arguments[0] + " " + finding.Arguments[1]),
        ];

        private HashSet<string> ConflictingPairs()
        {
            var values = _cases.Candidates.DistinctBy(candidate => candidate.Version.Span).ToDictionary(
                candidate => candidate.Version.Span,
                candidate => ((ConstantExpression)candidate.Version.Values[0]).Value);
            return
            [
                .. _all.Where(item => item.Outcome.Status == OutcomeStatus.Conflict)
                    .SelectMany(item => item.Outcome.Rules.SelectMany((one, place) => item.Outcome.Rules
                        .Skip(place + 1)
                        .Where(other => !values[one.Span].Equals(values[other.Span]))
                        .Select(other => one.Name + " " + other.Name))),
            ];
        }

        private static HashSet<string> Dead(IEnumerable<Diagnostic> told) =>
            [.. told.Where(finding => finding.Code == RulesCodes.NeverActive).Select(finding => finding.Arguments[0])];

        // Blockers are never listed as active; whether one ever stands is told by the sets, not by outcomes.
        private HashSet<string> NeverSeen() =>
        [
            .. _cases.Decision.Rules.Select((rule, place) => (rule, place))
                .GroupBy(item => item.rule.Span)
                .Where(copies => copies.All(item => item.rule.Versions[0].IsBlocker
                    ? _cases.Space.And(_cases.Rules.Stands(item.place).Yes, _cases.Asked()) == RegionSpace.Never
                    : !_all.Exists(seen => IsActive(item.place, seen))))
                .Select(copies => copies.First().rule.Name),
        ];

        private bool IsActive(int place, (CaseFacts Facts, DecisionOutcome Outcome) item) =>
            item.Outcome.Status != OutcomeStatus.NotApplicable
            && (_cases.Decision.Policy == HitPolicy.Highest || item.Outcome.Status == OutcomeStatus.Undecided
                ? Contains(_cases.Rules.Active(place).Yes, item.Facts)
                : item.Outcome.Rules.Any(rule => rule.Name == _cases.Decision.Rules[place].Name));

        private static IEnumerable<CaseFacts> Regions(IReadOnlyList<FieldSymbol> facts) => facts.Aggregate(
            (IEnumerable<CaseFacts>)[CaseFacts.None],
            (all, fact) => all.SelectMany(_ => Values(fact.Type), (known, value) => known.With(fact, value)));

        // One value out of each region that the generator's constants cut.
        private static IEnumerable<Value> Values(RuleType type)
        {
            IEnumerable<Value> values = type.Kind switch
            {
                TypeKind.Boolean => [BooleanValue.Yes, BooleanValue.No],
                TypeKind.Enum => type.Enum!.Members.Select(member => new EnumValue(member)),
                TypeKind.Number => new decimal[] { 2, 3, 3.5m, 4, 4.5m, 5, 6 }
                    .Select(number => new NumberValue(number)),
                TypeKind.Duration => new[] { 4, 5, 6 }
                    .Select(count => new DurationValue(new RuleDuration(count, DurationUnit.Day))),
                _ => new[] { 2019, 2020, 2021, 2022 }.Select(year => new DateValue(new DateOnly(year, 1, 1))),
            };
            return type.Optional ? values.Append(MissingValue.Instance) : values;
        }
    }
}
