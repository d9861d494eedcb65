using System.Text.Json.Nodes;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;

namespace CaseFlow.Host.Tests.CommandLine;

public sealed class DemoCommandTests : IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Demo_KilledHalfwayAndRunAgain_EndsWithTheTableOfAnUndisturbedRun()
    {
        using var undisturbed = new DataFolder();
        var (_, expected, _) = await HostProcess.RunAsync(Demo(undisturbed.Path));

        using (var killed = HostProcess.Start(Demo(_data.Path)))
        {
            await killed.IsHalfwayAsync("Playing");
            killed.HasEnded.Should().BeFalse("it is to be killed halfway");
            await killed.KillAsync();
        }

        var (exitCode, output, errors) = await HostProcess.RunAsync(Demo(_data.Path));

        exitCode.Should().Be(ExitCode.Ok, errors);
        Table(output).Should().Be(Table(expected)).And.Contain("60");
    }

    [Fact]
    public async Task Demo_InEitherLanguage_SaysTheSameNumbersAndExplainsDatesByArticle()
    {
        var english = await CommandRun.OfAsync(Demo(_data.Path));
        var vietnamese = await CommandRun.OfAsync([.. Demo(_data.Path)[..^1], "vi"]);
        var json = await CommandRun.OfAsync([.. Demo(_data.Path), "--json"]);

        english
            .Output.Should()
            .Contain("Received")
            .And.Contain("Rests on: ")
            .And.Contain("not counted")
            .And.Contain("Luật");
        vietnamese.Output.Should().Contain("Tiếp nhận").And.Contain("Căn cứ: ");
        JsonNode.Parse(json.Output)!["sum"]!["received"]!.GetValue<int>().Should().Be(60);
        Numbers(english.Output).Should().Equal(Numbers(vietnamese.Output));
    }

    [Fact]
    public async Task Demo_FirstDaysOnly_PlaysThoseAlone()
    {
        var run = await CommandRun.OfAsync([.. Demo(_data.Path), "--days", "30", "--json"]);

        var received = JsonNode.Parse(run.Output)!["sum"]!["received"]!.GetValue<int>();
        received.Should().BeInRange(1, 59);
    }

    [Fact]
    public async Task Demo_DaysBeyondTheSamples_SaysWhatIsAllowed()
    {
        var run = await CommandRun.OfAsync([.. Demo(_data.Path), "--days", "0"]);

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().StartWith(HostCodes.BadNumberOption);
    }

    [Fact]
    public async Task Demo_PackWithoutSamples_SaysSo()
    {
        var desk = CaseFlow.Tests.Shared.Repository.PathOf("tests/CaseFlow.Host.Tests/Desk");

        var run = await CommandRun.OfAsync("demo", "--no-serve", "--pack", desk, "--data", _data.Path, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().StartWith(HostCodes.NoSamples);
    }

    [Fact]
    public async Task Demo_StepThatTheRulesRefuse_IsReportedAndEndsWithOne()
    {
        using var pack = new DataFolder();
        var desk = CaseFlow.Tests.Shared.Repository.PathOf("tests/CaseFlow.Host.Tests/Desk");
        foreach (var file in Directory.EnumerateFiles(desk))
        {
            File.Copy(file, Path.Join(pack.Path, Path.GetFileName(file)));
        }

        Directory.CreateDirectory(Path.Join(pack.Path, "petitions"));
        await File.WriteAllTextAsync(Path.Join(pack.Path, "petitions", "samples.jsonl"),
            """{"id":"s1","title":"A request","opensOn":"2024-03-04","""
            + """ "facts":{"request":{"kind":"request","received_on":"2024-03-04","complete":false}},"""
            + """ "steps":[{"on":"2024-03-05","trigger":"examine"},"""
            + """ {"on":"2024-03-06","trigger":"answer","inputs":{"reply":"no"}}]}""");

        var run = await CommandRun.OfAsync(
            "demo", "--no-serve", "--pack", pack.Path, "--data", _data.Path, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Errors.Should().Contain(HostCodes.SampleRefused + ": Petition s1, step 2 (answer) on 2024-03-06")
            .And.Contain("The request is not complete");
    }

    private static string[] Demo(string folder) =>
    [
        "demo", "--no-serve", "--pack", CaseFlow.Tests.Shared.Repository.PathOf("packs/vietnam-petitions"),
        "--data", folder, "--lang", "en",
    ];

    private static string Table(string output) =>
        string.Join('\n', output.Split('\n').Where(line => line.StartsWith('|') || line.StartsWith('+')));

    private static IEnumerable<string> Numbers(string output) =>
        Table(output)
            .Split('|', StringSplitOptions.TrimEntries)
            .Where(cell => cell.Length > 0 && cell.All(char.IsAsciiDigit));
}
