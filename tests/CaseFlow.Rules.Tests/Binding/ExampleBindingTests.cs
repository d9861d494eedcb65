using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Tests.Binding;

/// <summary>Examples are bound to facts and expectations.</summary>
public sealed class ExampleBindingTests
{
    [Fact]
    public void Given_OfEveryKind_BecomesTypedFacts()
    {
        var example = SmallPack.Sound("""
            example "all"
              today 2026-02-03
              given petition.kind is complaint
                and petition.accepted_on is missing
                and petition.contents is 3
                and petition.people is [ { signed is yes }, { signed is no } ]
              expect handling.term is 10 days
            """).Examples.Single();

        example.Today.Should().Be(new DateOnly(2026, 2, 3));
        var facts = example.Facts.ToDictionary(fact => fact.Key.Path, fact => fact.Value);
        facts["petition.kind"].Should().BeOfType<EnumValue>().Which.Member.Name.Should().Be("complaint");
        facts["petition.accepted_on"].Should().Be(MissingValue.Instance);
        facts["petition.contents"].Should().Be(new NumberValue(3));
        facts["petition.people"].Should().BeOfType<ListValue>().Which.Items.Cast<RecordValue>()
            .Select(person => person.Fields.Single().Value).Should().Equal(BooleanValue.Yes, BooleanValue.No);
    }

    [Fact]
    public void Count_OfAList_GivesThatManyUnknownRecords()
    {
        var example = SmallPack.Sound("""
            example "many"
              given count of petition.people is 12
              expect handling is undecided
            """).Examples.Single();

        var people = (ListValue)example.Facts.Values.Single();
        people.Items.Should().HaveCount(12);
        people.Items.Cast<RecordValue>().Should().OnlyContain(person => person.Fields.Count == 0);
    }

    [Fact]
    public void Expectations_OfEveryKind_AreBound()
    {
        var example = SmallPack.Sound("""
            example "wants"
              given petition.contents is 3
              expect handling.term is 10 days
                and handling.ends_on is missing
                and handling is undecided
                and handling by rule usual
                and handling citing LC art 1
                and handling missing petition.received_on, petition.people.signed
                and handling conflicts
            """).Examples.Single();

        example.Wants.Select(want => want.GetType()).Should().Equal(
            typeof(WantedValue), typeof(WantedValue), typeof(WantedUndecided), typeof(WantedRules),
            typeof(WantedCitation), typeof(WantedMissing), typeof(WantedConflict));
        example.Wants.OfType<WantedMissing>().Single().Facts
            .Should().Equal("petition.received_on", "petition.people.signed");
    }

    [Theory]
    [InlineData("first", "rows", true)]
    [InlineData("second", "rows", true)]
    [InlineData("second", "rule", false)]
    public void ByRule_OfATable_MeansAnyOfItsRows(string instance, string wanted, bool passes)
    {
        var pack = SmallPack.Sound(SmallPack.Decision("""
              table rows
                per LC art 1
                | petition.instance || term   |
                |-------------------||--------|
                | first             || 1 day  |
                | second            || 2 days |
              rule rule_of_complex
                per LC art 1
                when petition.complex
                then term is 2 days
            """) + $"""
            example "by the table"
              given petition.received_on is 2026-01-05 and petition.instance is {instance} and petition.complex is no
              expect d by rule {wanted.Replace("rule", "rule_of_complex", StringComparison.Ordinal)}
            """);

        new CompiledPack(pack).Test().Passed.Should().Be(passes ? 1 : 0);
    }

    [Theory]
    [InlineData("petition.received_on is missing", RulesCodes.NotOptional)]
    [InlineData("petition.contents is yes", RulesCodes.WrongType)]
    [InlineData("petition.kind is complain", RulesCodes.NotAMember)]
    [InlineData("petition.contents is [ 1 ]", RulesCodes.WrongType)]
    [InlineData("petition.people is { signed is yes }", RulesCodes.WrongType)]
    [InlineData("count of petition.people is 1001", RulesCodes.JsonListTooLong)]
    [InlineData("petition.nothing is 1", RulesCodes.UnknownFact)]
    [InlineData("petition.people is [ { sign is yes } ]", RulesCodes.UnknownField)]
    [InlineData("petition.contents is 1 and petition.contents is 2", RulesCodes.DuplicateName)]
    public void Given_ThatDoesNotFit_IsOneFinding(string given, string code)
    {
        var result = SmallPack.Load($"example \"bad\"\n given {given}\n expect handling is undecided\n");

        BindingConformance.Of(result).Should().ContainSingle().Which.Code.Should().Be(code);
    }

    [Theory]
    [InlineData("handling.term is 3", RulesCodes.WrongType)]
    [InlineData("handling.terms is 3 days", RulesCodes.UnknownOutput)]
    [InlineData("handled is undecided", RulesCodes.UnknownDecision)]
    [InlineData("handling is missing", RulesCodes.UnknownName)]
    [InlineData("handling missing petition.nothing", RulesCodes.UnknownFact)]
    [InlineData("handling citing LX art 1", RulesCodes.UnknownLaw)]
    public void Expectation_ThatDoesNotFit_IsOneFinding(string want, string code)
    {
        var result = SmallPack.Load($"example \"bad\"\n given petition.contents is 1\n expect {want}\n");

        BindingConformance.Of(result).Should().ContainSingle().Which.Code.Should().Be(code);
    }
}
