using System.Globalization;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Binding;

/// <summary>The samples of the language's design and the pack of this repository load without an error.</summary>
public sealed class SamplePacksTests
{
    [Fact]
    public void Load_OfAllSamples_FindsNoError()
    {
        var result = RulePack.Load(new InMemoryRuleSource(Samples()));

        Errors(result).Should().BeEmpty();
        result.Pack!.Decisions.Should().HaveCount(17);
        result.Pack.WordLists.Should().ContainSingle().Which.Phrases.Should().HaveCount(8);
        result.Pack.Checks.Should().ContainSingle();
        result.Pack.Lifecycles.Should().HaveCount(2);
        result.Pack.Ladders.Should().HaveCount(2);
        result.Pack.Deadlines.Should().HaveCount(16);
        result.Pack.Manifest.Name.Should().Be("unnamed");
    }

    [Fact]
    public void Load_OfThePetitionPack_FindsNoError()
    {
        var result = FolderPack.Load(FolderPack.Petitions);

        Errors(result).Should().BeEmpty();
        result.Pack!.Manifest.Name.Should().Be("vietnam-petitions");
    }

    private static Dictionary<string, byte[]> Samples()
    {
        var folder = Requires.SharedCorpus("language/samples");
        var files = Directory.GetFiles(folder, "*.cfr")
            .ToDictionary(path => Path.GetFileName(path)!, File.ReadAllBytes);
        files["vn-holidays.csv"] = File.ReadAllBytes(Requires.SharedCorpus("domain/holidays.csv"));
        return files;
    }

    private static IEnumerable<string> Errors(LoadResult result) => result.Diagnostics
        .Where(finding => finding.Severity == Severity.Error)
        .Select(finding => $"{finding.Span}: {finding.Code} {finding.Message(CultureInfo.InvariantCulture)}");
}
