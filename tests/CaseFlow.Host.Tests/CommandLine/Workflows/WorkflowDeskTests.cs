using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Host.Tests.CommandLine.Workflows;

/// <summary>
/// A day of an operator: the commands of a script one after the other on one data folder, and all that they say, to the
/// letter. CASEFLOW_WRITE_EXPECTED=1 writes it anew, to be read before it is committed.
/// </summary>
public sealed partial class WorkflowDeskTests : IDisposable
{
    private static readonly string Folder = Repository.PathOf("tests/CaseFlow.Host.Tests/Flows");

    private static readonly string[] Keys = ["one", "two", "three"];

    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task Workflow_OnADataFolder_SaysWhatIsExpected(string language)
    {
        var said = new StringBuilder();
        foreach (var line in await File.ReadAllLinesAsync(Path.Join(Folder, "desk", "script.txt")))
        {
            var run = await CommandRun.OfAsync(
                ["workflow", .. line.Split(' ').Select(Word), "--data", _data.Path, "--lang", language]);
            said.Append("$ ").Append(line).Append('\n').Append(run.Output).Append(run.Errors);
            said.Append("exit ").Append(run.ExitCode).Append("\n\n");
        }

        var masked = Masked(said.ToString());
        var expected = Path.Join(Folder, "desk", $"expected.{language}.txt");
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            await File.WriteAllTextAsync(expected, masked);
        }

        masked.Should().Be(await File.ReadAllTextAsync(expected));
    }

    [Fact]
    public async Task Workflow_OnAFolderWithoutADatabase_SaysSoAndMakesNone()
    {
        var run = await CommandRun.OfAsync("workflow", "list", "--data", _data.Path, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().StartWith(HostCodes.FileNotFound);
        Directory.EnumerateFileSystemEntries(_data.Path).Should().BeEmpty();
    }

    // A file stands in its folder, and `<one>` for the instance that the key `one` starts.
    private static string Word(string word) =>
        word.EndsWith(".json", StringComparison.Ordinal) ? Path.Join(Folder, word)
        : word is ['<', .. var key, '>'] ? IdOf(key)
        : word;

    private static string IdOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("cli/" + key))[..16]);

    private string Masked(string said)
    {
        foreach (var key in Keys)
        {
            said = said.Replace(IdOf(key), $"<{key}>", StringComparison.Ordinal);
        }

        return Moment().Replace(
            said.Replace(Folder + "/", "", StringComparison.Ordinal)
                .Replace(_data.Path, "<data>", StringComparison.Ordinal),
            "<moment>");
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moment();
}
