using System.Text.Json;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>Other values for parameters: what is refused, what counts when, and the hash that names a set.</summary>
public sealed class ParameterSetTests
{
    private static readonly CompiledPack Pack = TextPack.Of(
        """
        law L "Law" from 2012-07-01
        facts p { on : date  score : number }
        parameter high : number = 35 between 0 and 100 step 5 alias vi cao owner "Inspectorate" per L art 1
        parameter urgent : number from 2020-01-01 = 60 from 2024-01-01 = 70 between 0 and 100 step 5
          owner "Inspectorate" per L art 1
        parameter fee : money = 1_000 VND between 0 VND and 5_000 VND per L art 1
        check urgent is more than high because "urgent comes above high"
        define isUrgent : boolean per L art 1 as p.score is at least urgent
        decision d gives level : text by date p.on hit first hit
          rule a per L art 1 when isUrgent then level is "urgent"
          rule b per L art 1 when p.score is at least high then level is "high"
          otherwise level is "normal" per L art 1
        end decision
        """);

    [Theory]
    [InlineData("2023-12-31", "urgent")]
    [InlineData("2024-01-01", "high")]
    public void Decide_WithADatedParameterBehindADefinition_ReadsItOnTheGoverningDate(string day, string level) =>
        Level(ParameterSet.Declared, day, 65).Should().Be(level);

    [Fact]
    public void Decide_BeforeTheFirstDate_IsAFaultThatNamesTheDate()
    {
        var deciding = () => Level(ParameterSet.Declared, "2019-12-31", 65);

        var fault = deciding.Should().Throw<EvaluationFaultException>().Which;
        (fault.Code, string.Join(' ', fault.Arguments)).Should().Be(("CF2304", "urgent 2020-01-01"));
    }

    [Fact]
    public void With_AnotherValue_HoldsOnEveryDayAndLeavesTheOldSetAlone()
    {
        var changed = Change(ParameterSet.Declared, """{"urgent":65,"cao":40}""").Set!;

        Level(changed, "2019-12-31", 65).Should().Be("urgent");
        Level(changed, "2024-01-01", 36).Should().Be("normal");
        Level(ParameterSet.Declared, "2024-01-01", 36).Should().Be("high");
        changed.Changed.Select(change => change.Key.Name).Should().Equal("high", "urgent");
    }

    [Fact]
    public void With_EverythingWrongAtOnce_TellsAllOfIt()
    {
        var result = Change(
            ParameterSet.Declared, """{"hig":40,"high":"forty","urgent":101,"fee":{"value":1,"currency":"EUR"}}""");

        result.Set.Should().BeNull();
        result.Diagnostics.Select(finding => finding.Code).Should().Equal("CF2118", "CF2202", "CF2303", "CF2303");
        result.Diagnostics[0].DidYouMean.Should().Be("high (cao)");
        result.Diagnostics[2].Arguments.Should().Equal("urgent", "101", "0", "100 step 5", "Inspectorate");
        result.Diagnostics.Should().OnlyContain(finding => finding.Message(TextPack.Vietnamese).Length > 0);
    }

    [Fact]
    public void With_AValueOffItsStep_IsRefused() => Change(ParameterSet.Declared, """{"high":37}""")
        .Diagnostics.Should().ContainSingle().Which.Code.Should().Be("CF2303");

    [Fact]
    public void With_ValuesThatBreakACheck_NamesTheCheckAndBothValues()
    {
        var finding = Change(ParameterSet.Declared, """{"high":60}""").Diagnostics.Should().ContainSingle().Which;

        finding.Code.Should().Be("CF2305");
        finding.Help(TextPack.English).Should().Contain("urgent comes above high");
        string.Join(' ', finding.Arguments).Should().Contain("2020-01-01").And.Contain("high = 60");
    }

    [Fact]
    public void With_ValuesOfTheLibrary_IsTheSameAsWithJson()
    {
        var changed = ParameterSet.Declared.With(
            Pack.Pack, new Dictionary<string, Value> { ["high"] = new NumberValue(40) }).Set!;

        changed.HashFor(Pack.Pack).Should().Be(Change(ParameterSet.Declared, """{"cao":40}""").Set!.HashFor(Pack.Pack));
        ParameterSet.Declared.With(Pack.Pack, new Dictionary<string, Value> { ["high"] = BooleanValue.Yes })
            .Diagnostics.Should().ContainSingle().Which.Code.Should().Be("CF2202");
    }

    [Fact]
    public void HashFor_SetsThatDecideAlike_IsOneHash()
    {
        var declared = ParameterSet.Declared.HashFor(Pack.Pack);

        declared.Should().StartWith("sha256:").And.HaveLength("sha256:".Length + 64);
        Change(ParameterSet.Declared, """{"high":35}""").Set!.HashFor(Pack.Pack).Should().Be(declared);
        Change(ParameterSet.Declared, """{"high":40}""").Set!.HashFor(Pack.Pack).Should().NotBe(declared);
        Change(ParameterSet.Declared, """{"urgent":60}""").Set!.HashFor(Pack.Pack).Should().NotBe(declared);
    }

    private static ParameterSetResult Change(ParameterSet set, string changes) =>
        set.With(Pack.Pack, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(changes)!);

    private static string Level(ParameterSet parameters, string day, int score)
    {
        var (on, points) = (Pack.FactOf("p.on")!, Pack.FactOf("p.score")!);
        var facts = CaseFacts.None
            .With(on, new DateValue(Tests.Calendars.CalendarsOfTests.Day(day)))
            .With(points, new NumberValue(score));
        var outcome = Pack.Evaluate(facts, new EvaluationContext(Told.Today) { Parameters = parameters })
            .Decide(Pack.DecisionNamed("d")!);
        return ((TextValue)outcome.Outputs[0]).Value;
    }
}
