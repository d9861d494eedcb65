using CaseFlow.Acceptance.Words;

namespace CaseFlow.Acceptance.Cases;

/// <summary>What of the case file is run, and what is not supported yet: told by count, never as passed.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private static readonly string[] NotSupportedYet =
        ["classification", "escalation", "lifecycle"];

    [Fact]
    public void Areas_EveryCase_IsRunOrCountedAsNotSupportedYet()
    {
        var areas = CaseFile.Law.CountBy(found => found.Area);
        foreach (var area in areas.OrderBy(area => area.Key, StringComparer.Ordinal))
        {
            var state = NotSupportedYet.Contains(area.Key) ? "not yet supported" : "run";
            output.WriteLine(FormattableString.Invariant($"{area.Key}: {area.Value} cases, {state}"));
        }

        var run = CaseFile.Law.Count(found => found.Area is "deadline" or "calendar" or "jurisdiction" or "priority");
        var notYet = CaseFile.Law.Count(found => NotSupportedYet.Contains(found.Area));
        (run + notYet).Should().Be(CaseFile.Law.Count, "an area outside both lists is unknown");
        run.Should().BePositive();
    }

    [Fact]
    public void Copy_OfTheCaseFile_HasAllItsCases()
    {
        CaseFile.Kept.Count(found => found.Area == "deadline").Should().Be(50);
        CaseFile.Kept.Count(found => found.Area == "calendar").Should().Be(13);
        CaseFile.Kept.Count(found => found.Area == "jurisdiction").Should().Be(25);
        CaseFile.Kept.Count(found => found.Area == "priority").Should().Be(8);
        CaseFile.Kept.Count(found => NotSupportedYet.Contains(found.Area)).Should().Be(66);
    }

    [Fact]
    public void Copy_OfTheCaseFile_IsTheReferenceOne() =>
        File.ReadAllText(CaseFile.Beside("cases.jsonl"))
            .Should().Be(File.ReadAllText(Requires.SharedCorpus("acceptance/cases.jsonl")));

    [Fact]
    public void Ids_OfAllCases_AreUnique() =>
        CaseFile.Kept.Concat(CaseFile.Own).Concat(CaseFile.Beyond).Select(found => found.Id)
            .Should().OnlyHaveUniqueItems();

    [Fact]
    public void Words_OfOurOwnCases_AreThoseOfTheVocabulary() =>
        CaseFile.Own.SelectMany(found => Vocabulary.Law.UnknownWords(found).Select(word => $"{found.Id} {word}"))
            .Should().BeEmpty();
}
