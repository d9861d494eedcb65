using System.Text.RegularExpressions;
using CaseFlow.Architecture.Tests.Sources;

namespace CaseFlow.Architecture.Tests.Papers;

/// <summary>What the papers name is really there.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Table_EveryPath_Exists()
    {
        var rows = TableRows(File.ReadAllLines(Repository.PathOf("README.md"))).ToList();

        rows.Should().HaveCountGreaterThan(10);
        rows.SelectMany(row => Code().Matches(row).Select(match => match.Groups["path"].Value))
            .Where(path => !Path.Exists(Repository.PathOf(path.TrimEnd('/'))))
            .Should().BeEmpty();
    }

    [Fact]
    public void Table_EveryRow_NamesAPath() =>
        TableRows(File.ReadAllLines(Repository.PathOf("README.md")))
            .Where(row => !Code().IsMatch(row.Split('|')[2]))
            .Should().BeEmpty();

    [Theory]
    [InlineData("dotnet run --project src/CaseFlow.Host -- demo")]
    [InlineData("dotnet test")]
    public void Readme_Names_TheTwoCommands(string command) =>
        File.ReadAllLines(Repository.PathOf("README.md")).Should().Contain(line => line.Trim() == command);

    [Fact]
    public void Links_EveryRelativeLink_LeadsSomewhere() =>
        Tree.TopFiles().Concat(Tree.Files("docs"))
            .Where(path => path.EndsWith(".md", StringComparison.Ordinal))
            .SelectMany(path => Link().Matches(File.ReadAllText(Repository.PathOf(path)))
                .Select(match => match.Groups["path"].Value)
                .Where(target => !target.Contains("://", StringComparison.Ordinal))
                .Where(target => !Path.Exists(Target(path, target)))
                .Select(target => $"{path}: {target}"))
            .Should().BeEmpty();

    /// <summary>The body of the table whose head is `I want | Open`.</summary>
    private static IEnumerable<string> TableRows(IReadOnlyList<string> lines) => lines
        .SkipWhile(line => !Head().IsMatch(line))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'));

    private static string Target(string from, string target) =>
        Path.Combine(Path.GetDirectoryName(Repository.PathOf(from))!, target);

    [GeneratedRegex(@"^\|\s*I want\s*\|\s*Open\s*\|", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head();

    [GeneratedRegex("`(?<path>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\((?<path>[^)#\s]+)(#[^)]*)?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
