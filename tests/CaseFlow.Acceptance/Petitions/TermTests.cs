using System.Collections.Concurrent;
using CaseFlow.Acceptance.Cases;
using CaseFlow.Acceptance.Words;
using CaseFlow.Engine.Definitions;

namespace CaseFlow.Acceptance.Petitions;

/// <summary>The cases notice every term: raise any one in a copy of the pack, and some case fails.</summary>
public sealed class TermTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Terms_EachRaisedByOne_MakesACaseFail()
    {
        var terms = LawTerm.All(ReadPack.Vietnam.Bound);
        var unnoticed = new ConcurrentBag<LawTerm>();

        await Parallel.ForEachAsync(terms, async (term, _) =>
        {
            if (!await IsNoticedAsync(term))
            {
                unnoticed.Add(term);
            }
        });

        output.WriteLine(FormattableString.Invariant($"{terms.Count} terms raised, one at a time"));
        terms.Should().HaveCountGreaterThan(40);
        unnoticed.Select(term => term.ToString()).Order(StringComparer.Ordinal).Should().BeEmpty();
    }

    private static async Task<bool> IsNoticedAsync(LawTerm term)
    {
        var files = term.Raised(PackFiles.Vietnam);
        var pack = ReadPack.Of(files);
        return await FailsAsync(pack, files, Vocabulary.Law, CaseFile.Kept)
            || await FailsAsync(pack, files, Vocabulary.Law, CaseFile.Own)
            || await FailsAsync(pack, files, Vocabulary.Beyond, CaseFile.Beyond);
    }

    private static async Task<bool> FailsAsync(
        CasePack pack, PackFiles files, Vocabulary vocabulary, IEnumerable<AcceptanceCase> cases)
    {
        foreach (var acceptanceCase in cases.Where(found => found.Area is "deadline" or "term"))
        {
            if ((await Play.DifferencesAsync(pack, files, vocabulary, acceptanceCase)).Count > 0)
            {
                return true;
            }
        }

        return false;
    }
}
