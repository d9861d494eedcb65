using System.Globalization;
using System.Text;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Syntax;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>
/// The packs of `conformance/eval`, `time` and `text`: one folder a pack, what they should come to stands in their own
/// examples. A case is data, so that a second implementation can run it.
/// </summary>
public sealed class EvalConformanceTests
{
    private const string Folder = "tests/CaseFlow.Rules.Tests/conformance/";

    public static TheoryData<string> Packs() =>
        [.. new[] { "eval", "time", "text" }.SelectMany(PacksOf)];

    [Theory]
    [MemberData(nameof(Packs))]
    public void Pack_OfTheConformanceSuite_PassesItsOwnExamples(string pack)
    {
        var compiled = Load(Repository.PathOf(Folder + pack));

        var report = compiled.Test();

        report.Results.Where(result => !result.HasPassed)
            .Select(result => result.Message(CultureInfo.GetCultureInfo("en")))
            .Should().BeEmpty();
        report.Passed.Should().BePositive();
    }

    [Theory]
    [InlineData("eval", 250)]
    [InlineData("time", 120)]
    [InlineData("text", 60)]
    public void Suite_AsAWhole_HoldsAsManyExamplesAsTheDesignAsksFor(string suite, int atLeast)
    {
        var titles = PacksOf(suite)
            .SelectMany(pack => Load(Repository.PathOf(Folder + pack)).Pack.Examples
                .Select(example => pack + ": " + example.Title))
            .ToList();

        titles.Should().HaveCountGreaterThanOrEqualTo(atLeast).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Samples_OfTheDesign_PassTheirOwnExamples()
    {
        var folder = Requires.SharedCorpus("language/samples");
        var holidays = File.ReadAllBytes(Requires.SharedCorpus("domain/holidays.csv"));
        var files = Directory.GetFiles(folder, "*.cfr")
            .Where(file => !file.EndsWith("priority.cfr", StringComparison.Ordinal))
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
        files["vn-holidays.csv"] = holidays;

        var report = Compile(files).Test();

        report.Results.Where(result => !result.HasPassed)
            .Select(result => result.Message(CultureInfo.GetCultureInfo("en")))
            .Should().BeEmpty();
        report.Passed.Should().BeGreaterThanOrEqualTo(16);
    }

    private static IEnumerable<string> PacksOf(string suite) =>
        Directory.GetDirectories(Repository.PathOf(Folder + suite))
            .Select(folder => suite + "/" + Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    private static CompiledPack Load(string folder) => Compile(
        Directory.GetFiles(folder)
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal));

    private static CompiledPack Compile(Dictionary<string, byte[]> files)
    {
        files.TryAdd("pack.json", Encoding.UTF8.GetBytes("""{"name":"conformance","version":"1","language":"1"}"""));
        var loaded = RulePack.Load(new InMemoryRuleSource(files));
        loaded.Diagnostics.Where(finding => finding.Severity == Rules.Diagnostics.Severity.Error)
            .Select(finding => finding.Span + " " + finding.Code + " "
                + finding.Message(CultureInfo.GetCultureInfo("en")))
            .Should().BeEmpty();
        return new CompiledPack(loaded.Pack!);
    }
}
