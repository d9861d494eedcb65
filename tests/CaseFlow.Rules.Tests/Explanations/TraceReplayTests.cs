using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Explanations;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Explanations;

public sealed class TraceReplayTests(ITestOutputHelper output)
{
    private const int RandomCaseCount = 600;

    private static readonly CultureInfo[] Languages = [TextPack.Vietnamese, TextPack.English];

    private static readonly TraceDepth[] Depths = [TraceDepth.Brief, TraceDepth.Full];

    public static TheoryData<string> Names() => [.. GoldenTraces.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Replay_OfAGoldenTrace_GivesTheSameBytes(string name)
    {
        var golden = GoldenTraces.Read(name);

        var replay = TraceReplay.Replay(golden.Expected, golden.Facts(), golden.Pack);

        replay.Refusals.Should().BeEmpty();
        replay.Trace!.ToJsonString().Should().Be(golden.Expected.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Replay_WithAFactChanged_IsRefused(string name)
    {
        var golden = GoldenTraces.Read(name);
        var facts = golden.Facts();

        foreach (var (fact, value) in facts.Known)
        {
            var changed = facts.With(fact, value is MissingValue ? new TextValue("x") : MissingValue.Instance);
            var replay = TraceReplay.Replay(golden.Expected, changed, golden.Pack);
            Codes(replay).Should().Equal([RulesCodes.TraceOfOtherFacts], fact.Path);
        }
    }

    [Fact]
    public void Replay_OfATraceInWhichAKeyStandsTwice_IsRefused()
    {
        var golden = GoldenTraces.Read(GoldenTraces.Names[0]);
        var text = golden.Expected.ToJsonString();
        var twice = JsonNode.Parse("{\"today\":\"2020-01-01\"," + text[1..])!.AsObject();
        var inside = JsonNode.Parse(text.Replace(
            "\"governingDate\":{", "\"governingDate\":{\"from\":\"x\",", StringComparison.Ordinal))!.AsObject();

        Codes(TraceReplay.Replay(twice, golden.Facts(), golden.Pack)).Should().Equal(RulesCodes.TraceUnreadable);
        Codes(TraceReplay.Replay(inside, golden.Facts(), golden.Pack)).Should().Equal(RulesCodes.TraceDiffers);
    }

    [Fact]
    public void Replay_OfEveryExampleOfThePetitionPack_GivesTheSameBytesInBothLanguagesAndDepths()
    {
        var pack = PetitionPack();
        foreach (var example in pack.Pack.Examples)
        {
            var facts = CaseFacts.None.With(example.Facts);
            foreach (var decision in example.Wants.Select(want => want.Decision).Distinct())
            {
                var evaluation = pack.Evaluate(facts, new EvaluationContext(example.Today ?? new DateOnly(2026, 8, 3)));
                foreach (var (depth, culture) in Depths.SelectMany(depth => Languages.Select(each => (depth, each))))
                {
                    var trace = TraceJson.Write(evaluation.Explain(decision, depth), culture);
                    var replay = TraceReplay.Replay(trace, facts, pack);
                    replay.Refusals.Should().BeEmpty(example.Title);
                    replay.Trace!.ToJsonString().Should().Be(trace.ToJsonString(), example.Title);
                    var sentence = trace["sentence"]!.GetValue<string>();
                    sentence.Should().NotContainAny("_", "true", "false", "{").And.EndWith(".");
                }
            }
        }
    }

    [Fact]
    public void Replay_OfCasesAtRandom_GivesTheSameBytesAndNoNameOrWordOfTheText()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("CASEFLOW_SEED"), CultureInfo.InvariantCulture,
            out var given) ? given : new Random().Next();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CASEFLOW_SEED={seed}"));
        var random = new Random(seed);
        var pack = PetitionPack();
        var cases = new RandomCases(pack, random);
        var statuses = new HashSet<string>();
        for (var count = 0; count < RandomCaseCount; count++)
        {
            var (facts, context) = (cases.Next(), new EvaluationContext(cases.Day()));
            var decision = pack.Pack.Decisions[random.Next(pack.Pack.Decisions.Count)].Symbol;
            if (TraceOf(pack, facts, context, decision, random) is { } trace)
            {
                var replay = TraceReplay.Replay(trace, facts, pack);
                replay.Refusals.Should().BeEmpty(decision.Name);
                replay.Trace!.ToJsonString().Should().Be(trace.ToJsonString(), decision.Name);
                trace["sentence"]!.GetValue<string>().Should().NotContainAny("_", "true", "false", "{", "Ông A");
                statuses.Add(trace["status"]!.GetValue<string>());
            }
        }

        statuses.Should().Contain(["decided", "undecided", "notApplicable"]);
    }

    [Fact]
    public void Replay_WithAnotherPack_IsRefused()
    {
        var golden = GoldenTraces.Read(GoldenTraces.Names[0]);
        var other = TextPack.Of("facts petition { on : date }");

        var replay = TraceReplay.Replay(golden.Expected, CaseFacts.None, other);

        Codes(replay).Should().Equal(
            RulesCodes.TraceOfAnotherPack, RulesCodes.TraceOfOtherFacts, RulesCodes.TraceOfUnknownDecision);
        replay.Refusals[0].Message(TextPack.English).Should().Contain(golden.Pack.Pack.Hash);
        replay.Refusals[0].Help(TextPack.Vietnamese).Should().NotBeEmpty();
    }

    [Fact]
    public void Replay_OfATraceMadeWithChangedParameters_TakesThoseParametersAndNoOthers()
    {
        var golden = GoldenTraces.Read("sum-clamped.full.en.json");
        var changed = ParameterSet.Declared
            .With(golden.Pack.Pack, new Dictionary<string, Value> { ["w_crowd"] = new NumberValue(35) }).Set!;
        var context = new EvaluationContext(new DateOnly(2026, 8, 3)) { Parameters = changed };
        var evaluation = golden.Pack.Evaluate(golden.Facts(), context);
        var decision = golden.Pack.DecisionNamed(golden.Expected["decision"]!.GetValue<string>())!;
        var trace = TraceJson.Write(evaluation.Explain(decision, TraceDepth.Full), TextPack.English);

        var same = TraceReplay.Replay(trace, golden.Facts(), golden.Pack, changed);
        var other = TraceReplay.Replay(trace, golden.Facts(), golden.Pack);

        same.Trace!.ToJsonString().Should().Be(trace.ToJsonString());
        Codes(other).Should().Equal(RulesCodes.TraceOfOtherParameters);
    }

    [Fact]
    public void Replay_OfATraceThatWasAltered_NamesTheKeyThatDiffers()
    {
        var golden = GoldenTraces.Read("first-remote-complex.brief.vi.json");
        golden.Expected["outputs"]!["term"]!["value"] = 90;

        var replay = TraceReplay.Replay(golden.Expected, golden.Facts(), golden.Pack);

        Codes(replay).Should().Equal(RulesCodes.TraceDiffers);
        replay.Refusals[0].Arguments.Should().Equal("outputs");
        replay.IsSame.Should().BeFalse();
    }

    [Fact]
    public void Replay_OfWhatIsNoTrace_TellsAllThatIsAbsent()
    {
        var golden = GoldenTraces.Read(GoldenTraces.Names[0]);

        var replay = TraceReplay.Replay(
            new JsonObject { ["schema"] = "other", ["today"] = "soon", ["depth"] = 3 }, CaseFacts.None, golden.Pack);

        Codes(replay).Distinct().Should().Equal(RulesCodes.TraceUnreadable);
        replay.Refusals.SelectMany(refusal => refusal.Arguments).Distinct().Should().BeEquivalentTo(
            "schema", "today", "depth", "language", "packHash", "paramsHash", "factsHash", "decision");
    }

    // A case past the holiday data, or before a parameter has a value, has a fault and no trace.
    private static JsonObject? TraceOf(
        CompiledPack pack, CaseFacts facts, EvaluationContext context, DecisionSymbol decision, Random random)
    {
        try
        {
            var trace = pack.Evaluate(facts, context).Explain(decision, Depths[random.Next(2)]);
            return TraceJson.Write(trace, Languages[random.Next(2)]);
        }
        catch (EvaluationFaultException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Codes(ReplayResult replay) => replay.Refusals.Select(refusal => refusal.Code);

    private static CompiledPack PetitionPack() => new(FolderPack.Load(FolderPack.Petitions).Pack!);
}
