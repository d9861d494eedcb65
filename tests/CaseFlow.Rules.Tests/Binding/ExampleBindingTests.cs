using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Diagnostics;
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
