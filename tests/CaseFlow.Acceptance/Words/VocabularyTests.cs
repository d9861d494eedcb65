using System.Text.Json.Nodes;
using CaseFlow.Acceptance.Cases;

namespace CaseFlow.Acceptance.Words;

public sealed class VocabularyTests
{
    [Fact]
    public void Keys_EveryOneOfTheDeadlineArea_HasAMeaning() =>
        Vocabulary.Beyond.Areas["deadline"].Given
            .Where(key => !Vocabulary.Beyond.Facts.ContainsKey(key) && !Vocabulary.Beyond.TellsNoFact.Contains(key))
            .Should().BeEmpty();

    [Fact]
    public void Defaults_EveryOne_HasAMeaning() =>
        Vocabulary.Law.Defaults.Select(known => known.Key)
            .Where(key => !Vocabulary.Law.Facts.ContainsKey(key) && !Vocabulary.Law.TellsNoFact.Contains(key))
            .Should().BeEmpty();

    [Fact]
    public void Questions_EveryOne_HasAMeaning() =>
        Vocabulary.Beyond.Named.Given["ask"].Except(Vocabulary.Beyond.Asks.Keys).Should().BeEmpty();

    [Fact]
    public void Values_EveryNamedOneThatTellsAFact_HasThePacksWord() =>
        Vocabulary.Beyond.Named.Given
            .Where(named => Vocabulary.Beyond.Areas["deadline"].Given.Contains(named.Key))
            .Where(named => Vocabulary.Beyond.Facts.TryGetValue(named.Key, out var fact) && fact.Values is not null)
            .SelectMany(named => named.Value.Except(Vocabulary.Beyond.Facts[named.Key].Values!.Keys)
                .Select(word => $"{named.Key}: {word}"))
            .Should().Equal("petitionKind: mixed");

    [Theory]
    [InlineData("""{"ask":"Resolution","acceptedAt":"2024-03-04"}""", "given: key acceptedAt")]
    [InlineData("""{"ask":"Resolution","complexity":"difficult"}""", "given: complexity is difficult")]
    [InlineData("""{"ask":"Decision"}""", "given: ask is Decision")]
    public void Case_WithAnUnknownWord_IsReported(string given, string unknown) =>
        Vocabulary.Law.UnknownWords(Case("deadline", given, "{}")).Should().Equal(unknown);

    [Fact]
    public void Case_WithAnUnknownExpectation_IsReported() =>
        Vocabulary.Law.UnknownWords(Case("deadline", "{}", """{"dueAt":"2024-03-04","unit":"weeks"}"""))
            .Should().Equal("expect: key dueAt", "expect: unit is weeks");

    [Fact]
    public void Case_OfAnUnknownArea_IsReported() =>
        Vocabulary.Law.UnknownWords(Case("weather", "{}", "{}")).Should().Equal("area weather");

    [Fact]
    public void Telling_FillsOnlyWhatTheCaseLeavesOut()
    {
        var telling = new Telling(
            Vocabulary.Law,
            Case("deadline", """{"ask":"Resolution","petitionKind":"complaint","remoteArea":true}""", "{}"));

        var facts = telling.Facts(new DateOnly(2024, 3, 4))["petition"]!;

        facts["remote_area"]!.GetValue<bool>().Should().BeTrue();
        facts["complexity"]!.GetValue<string>().Should().Be("normal");
        facts.AsObject().ContainsKey("decision_received_on").Should().BeTrue();
        facts["decision_received_on"].Should().BeNull();
        facts.AsObject().ContainsKey("received_on").Should().BeFalse();
    }

    private static AcceptanceCase Case(string area, string given, string expect) =>
        new("X", area, JsonNode.Parse(given)!.AsObject(), JsonNode.Parse(expect)!.AsObject(), "", "V");
}
