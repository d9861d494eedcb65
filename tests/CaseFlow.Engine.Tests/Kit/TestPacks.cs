using CaseFlow.Engine.Definitions;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Engine.Tests.Kit;

/// <summary>The packs beside the tests, read once each.</summary>
internal static class TestPacks
{
    private static readonly Lazy<CasePack> LazyWorks = new(() => Read("works"));

    /// <summary>A small pack with everything that a lifecycle can do.</summary>
    public static CasePack Works => LazyWorks.Value;

    public static InMemoryRuleSource SourceOf(string name)
    {
        var root = Path.Combine(AppContext.BaseDirectory, "packs", name);
        var files = Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
        return new InMemoryRuleSource(files);
    }

    public static CasePack Read(string name)
    {
        var reading = CasePackReader.Read(SourceOf(name));
        reading.Diagnostics
            .Where(finding => finding.Severity == Rules.Diagnostics.Severity.Error)
            .Select(finding => finding.Span + " " + finding.Code + " "
                + finding.Message(System.Globalization.CultureInfo.InvariantCulture))
            .Should().BeEmpty();
        reading.Problems.Should().BeEmpty();
        return reading.Pack!;
    }
}
