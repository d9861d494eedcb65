using System.Globalization;
using System.Text;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>
/// The interpreter and compiled code on the packs that people wrote: on the facts of their own examples, on the same
/// facts with one of them untold, and on random facts.
/// </summary>
public sealed class PackDifferentialTests(ITestOutputHelper output)
{
    private const int RandomCases = 150;
    private const int MostAsked = 6;
    private const int CasesThatEarnCode = 64;

    private const string Suite = "tests/CaseFlow.Rules.Tests/conformance/eval";
    private static readonly DateOnly Today = new(2026, 11, 2);

    public static TheoryData<string> Folders() =>
        [.. Directory.GetDirectories(Repository.PathOf(Suite)).Select(folder => Suite + "/" + Path.GetFileName(folder))
            .Order(StringComparer.Ordinal).Append("packs/vietnam-petitions")];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Decide_OnTheExamplesOfAPack_IsTheSameByBothExecutors(string folder)
    {
        var pack = Load(folder);
        var packs = new Both(pack);
        foreach (var (example, number) in pack.Examples.Select((example, number) => (example, number)))
        {
            var context = new EvaluationContext(example.Today ?? Today);
            foreach (var facts in Cases(example, number))
            {
                packs.Compare(facts, context, Asked(pack, number), example.Title);
            }
        }
    }

    // Facts that do not fit one another reach corners that examples do not.
    [Fact]
    public void Decide_OnRandomFactsOfThePetitionPack_IsTheSameByBothExecutors()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CASEFLOW_SEED"), CultureInfo.InvariantCulture, out var set)
            ? set
            : new Random().Next();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CASEFLOW_SEED={seed}"));
        var random = new Random(seed);
        var pack = Load(FolderPack.Petitions);
        var packs = new Both(pack);
        for (var round = 0; round < RandomCases; round++)
        {
            var example = pack.Examples[random.Next(pack.Examples.Count)];
            var facts = CaseFacts.None.With(RandomFacts.Of(pack, random, known: 95)).With(example.Facts);
            var context = new EvaluationContext(new DateOnly(2012, 7, 1).AddDays(random.Next(5600)));
            packs.Compare(facts, context, pack.Decisions, example.Title);
        }
    }

    [Fact]
    public void Test_OfAPreparedPack_PassesAsBefore()
    {
        var pack = new CompiledPack(Load(FolderPack.Petitions));
        pack.Prepare();

        pack.Test().Failed.Should().Be(0);
    }
    [Fact]
    public async Task Evaluate_CaseAfterCase_ComesToBeDoneByCode()
    {
        var pack = new CompiledPack(Load(Suite + "/chains"));
        var example = pack.Pack.Examples[0];
        var context = new EvaluationContext(example.Today ?? Today);
        var decision = pack.Pack.Decisions[0].Symbol;
        var facts = CaseFacts.None.With(example.Facts);
        var first = OutcomeText.Of(() => pack.Evaluate(facts, context).Decide(decision));
        pack.Code.Should().BeNull("one case does not earn back what code costs");

        for (var number = 0; number < CasesThatEarnCode; number++)
        {
            pack.Evaluate(facts, context);
        }

        await pack.PreparingAsync;
        pack.Code.Should().NotBeNull();
        OutcomeText.Of(() => pack.Evaluate(facts, context).Decide(decision)).Should().Be(first);
    }

    // Another fact is left out of each example.
    private static CaseFacts[] Cases(BoundExample example, int number) =>
    [
        CaseFacts.None.With(example.Facts),
        CaseFacts.None.With(example.Facts.Where((_, place) => place != number % example.Facts.Count)),
    ];

    // Of a pack of many decisions other ones for each example: those that it says nothing of try all completions.
    private static IEnumerable<BoundDecision> Asked(BoundPack pack, int number) =>
        Enumerable.Range(0, Math.Min(MostAsked, pack.Decisions.Count))
            .Select(place => pack.Decisions[(number * MostAsked + place) % pack.Decisions.Count]);

    private static BoundPack Load(string folder)
    {
        var loaded = FolderPack.Load(folder);
        return loaded.Pack ?? throw new InvalidOperationException(loaded.Diagnostics[0].ToString());
    }

    private sealed class Both
    {
        private readonly CompiledPack _oracle;
        private readonly CompiledPack _compiled;

        public Both(BoundPack pack)
        {
            (_oracle, _compiled) = (new CompiledPack(pack) { StaysInterpreted = true }, new CompiledPack(pack));
            _compiled.Prepare();
        }

        public void Compare(
            CaseFacts facts, EvaluationContext context, IEnumerable<BoundDecision> decisions, string because)
        {
            var (one, other) = (_oracle.Evaluate(facts, context), _compiled.Evaluate(facts, context));
            foreach (var decision in decisions)
            {
                OutcomeText.Of(() => other.Decide(decision.Symbol))
                    .Should().Be(OutcomeText.Of(() => one.Decide(decision.Symbol)), because);
            }
        }
    }
}
