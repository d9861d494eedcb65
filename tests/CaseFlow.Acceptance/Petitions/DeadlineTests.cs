using CaseFlow.Acceptance.Cases;
using CaseFlow.Acceptance.Words;

namespace CaseFlow.Acceptance.Petitions;

/// <summary>Every deadline case goes through pack and engine; what is stored must be what the law gives.</summary>
public sealed class DeadlineTests
{
    public static TheoryData<string> LawCases => Ids(CaseFile.Law);

    public static TheoryData<string> OwnCases => Ids(CaseFile.Own);

    public static TheoryData<string> BeyondCases => Ids(CaseFile.Beyond);

    [Theory]
    [MemberData(nameof(LawCases))]
    public Task Deadline_OfTheLawsCases_ComesOut(string id) => PassesAsync(CaseFile.Law, Vocabulary.Law, id);

    [Theory]
    [MemberData(nameof(OwnCases))]
    public Task Deadline_OfOurOwnCases_ComesOut(string id) => PassesAsync(CaseFile.Own, Vocabulary.Law, id);

    [Theory]
    [MemberData(nameof(BeyondCases))]
    public Task Deadline_BeyondTheVocabulary_ComesOut(string id) => PassesAsync(CaseFile.Beyond, Vocabulary.Beyond, id);

    private static TheoryData<string> Ids(IEnumerable<AcceptanceCase> cases) =>
        [.. cases.Where(found => found.Area is "deadline" or "term").Select(found => found.Id)];

    private static async Task PassesAsync(IEnumerable<AcceptanceCase> cases, Vocabulary vocabulary, string id)
    {
        var acceptanceCase = cases.Single(found => found.Id == id);

        var differences = await Play.DifferencesAsync(ReadPack.Vietnam, PackFiles.Vietnam, vocabulary, acceptanceCase);

        differences.Should().BeEmpty("{0}", acceptanceCase.Why);
    }
}
