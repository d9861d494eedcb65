using CaseFlow.Acceptance.Cases;
using CaseFlow.Acceptance.Petitions;
using CaseFlow.Acceptance.Words;

namespace CaseFlow.Acceptance.Decisions;

/// <summary>Who is competent, and what goes first: the pack's decisions answer, on what the case tells.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> LawCases => Ids(CaseFile.Law);

    public static TheoryData<string> OwnCases => Ids(CaseFile.Own);

    [Theory]
    [MemberData(nameof(LawCases))]
    public void Rules_OfTheLawsCases_Answer(string id) => Passes(CaseFile.Law, id);

    [Theory]
    [MemberData(nameof(OwnCases))]
    public void Rules_OfOurOwnCases_Answer(string id) => Passes(CaseFile.Own, id);

    private static TheoryData<string> Ids(IEnumerable<AcceptanceCase> cases) =>
        [.. cases.Where(found => Vocabulary.Law.Rules.ContainsKey(found.Area)).Select(found => found.Id)];

    private static void Passes(IEnumerable<AcceptanceCase> cases, string id)
    {
        var acceptanceCase = cases.Single(found => found.Id == id);

        AskedRules.Differences(ReadPack.Vietnam.Rules, Vocabulary.Law, acceptanceCase)
            .Should().BeEmpty("{0}", acceptanceCase.Why);
    }
}
