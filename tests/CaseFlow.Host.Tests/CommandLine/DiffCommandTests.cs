using System.Text.Json.Nodes;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Host.Tests.Web;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Host.Tests.CommandLine;

public sealed class DiffCommandTests : IDisposable
{
    private const string Module =
        """
        language en
        module desk
        parameter crowd : number = 5 between 2 and 200 step 1 owner "Head" per practice "x"
        parameter wait : duration = 7 working days between 1 working day and 30 working days per practice "x"
        facts p { on : date  people : number }
        decision band
          gives urgent : boolean
          by date p.on
          hit single
          rule calm per practice "calm" then urgent is no
          exception many to calm per practice "crowd" when p.people is at least crowd then urgent is yes
        end decision
        decision answer
          gives term : duration
          by date p.on
          hit single
          rule plain per practice "x" then term is wait
        end decision
        """;

    private const string Calm = """{"id":"a1","facts":{"p":{"on":"2026-07-06","people":3}}}""";
    private const string Crowd = """{"id":2,"facts":{"p":{"on":"2026-07-06","people":12}}}""";

    private readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Diff_OfTwoFolders_TellsFromWhatToWhatAndWhy()
    {
        var never = Module.Replace("urgent is yes", "urgent is no", StringComparison.Ordinal);

        var run = await DiffAsync([Pack("old", Module), Pack("new", never)], Calm, Crowd);

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().NotContain("a1").And.StartWith(
            """
            2
              band: urgent is yes → urgent is no
                rules: many
                articles: practice "crowd"
                why: rule `band.many`:
            """.ReplaceLineEndings("\n"));
        run.Output.Should().Contain("2 case(s): 1 come out otherwise, 0 on other grounds only");
    }

    [Theory]
    [InlineData("crowd=20", "band: urgent is yes → urgent is no", "parameter `crowd`: 5 → 20 (main.cfr:3:11)")]
    [InlineData("wait=10 working days", "answer: term is 7 working days → term is 10 working days", "parameter `wait`")]
    [InlineData("""wait={"value":2,"unit":"workingDay"}""", "answer: term is 7 working days → term is 2", "`wait`")]
    public async Task Diff_OfAParameter_TriesItWithoutASecondFolder(string setting, string change, string cause)
    {
        var run = await DiffAsync([Pack("old", Module), "--set", setting], Calm, Crowd);

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Output.Should().Contain(change).And.Contain(cause);
    }

    [Theory]
    [InlineData("crowd=201", "CF2303")]
    [InlineData("crowd=many", "CF2202")]
    [InlineData("crowds=6", "CF2105")]
    [InlineData("crowd", HostCodes.BadSetOption)]
    public async Task Diff_OfAParameterThatCannotBeSo_IsRefusedWithTheReason(string setting, string code)
    {
        var run = await DiffAsync([Pack("old", Module), "--set", setting], Calm);

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().Contain(code);
        run.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task Diff_OfPacksOfOneMeaning_ExitsWithZero()
    {
        var run = await DiffAsync([Pack("old", Module), Pack("new", "# Only a word.\n" + Module)], Calm, Crowd);

        run.ExitCode.Should().Be(ExitCode.Ok);
    }

    [Fact]
    public async Task Diff_AsJson_GivesALineACaseAndASummary()
    {
        var old = Pack("old", Module);
        var now = Pack("new", Module.Replace("people :", "persons :", StringComparison.Ordinal)
            .Replace("p.people", "p.persons", StringComparison.Ordinal));

        var run = await DiffAsync([old, now, "--json", "--decision", "band"], Calm, "nonsense", "{\"facts\":{}}");

        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!)
            .ToList();
        lines[0]["id"]!.GetValue<string>().Should().Be("a1");
        lines[0]["unreadable"]!["after"]![0]!["place"]!.GetValue<string>().Should().Be("p.people");
        lines[1]["errors"]![0]!["code"]!.GetValue<string>().Should().Be(HostCodes.BadJson);
        lines[^1]["summary"]!["unreadable"]!.GetValue<int>().Should().Be(1);
        lines[^1]["summary"]!["badLines"]!.GetValue<int>().Should().Be(1);
        lines[^1]["summary"]!["packChanges"]!.AsArray().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Diff_WithNothingToCompare_SaysWhatToName()
    {
        var run = await DiffAsync([Pack("old", Module)], Calm);

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().StartWith(HostCodes.NothingToCompare);
    }

    [Fact]
    public async Task Diff_OfTheSampleOfTuning_PrintsWhatItsReadmeShows()
    {
        var sample = Repository.PathOf("samples/rule-tuning");

        var run = await CommandRun.OfAsync(
            "diff", Repository.PathOf("packs/vietnam-petitions"), "--set", "crowd_size=10", "--facts",
            Path.Join(sample, "cases.jsonl"), "--decision", "priority", "--decision", "attention", "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Findings, run.Errors);
        run.Output.Should().Be(await File.ReadAllTextAsync(Path.Join(sample, "expected.txt")));
    }

    [Fact]
    public async Task Diff_OverADataFolder_AsksAboutItsOpenCases()
    {
        using var data = new DataFolder();
        string moved;
        await using (var host = await PackDesk.StartAsync(data, runsWorker: false))
        {
            await host.OpenOfAsync(3);
            moved = await host.OpenOfAsync(7);
            var closed = await host.OpenOfAsync(8);
            await host.PostAsync($"/api/v1/cases/{closed}/triggers/answer", "{}", "close");
        }

        var run = await CommandRun.OfAsync(
            "diff", Repository.PathOf(PackDesk.Pack), "--set", "crowd=20", "--data", data.Path, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Findings, run.Errors);
        run.Output.Should().StartWith(moved + "\n  urgency: urgent is yes → urgent is no\n")
            .And.Contain("2 case(s): 1 come out otherwise");
    }

    [Fact]
    public async Task Diff_OverAFolderWithoutADatabase_SaysSoAndMakesNone()
    {
        using var data = new DataFolder();

        var run = await CommandRun.OfAsync(
            "diff", Pack("old", Module), "--set", "crowd=20", "--data", data.Path, "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().StartWith(HostCodes.FileNotFound);
        Directory.EnumerateFileSystemEntries(data.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task Diff_WithoutAnyCases_SaysWhereToTakeThemFrom()
    {
        var run = await CommandRun.OfAsync("diff", Pack("old", Module), "--set", "crowd=20", "--lang", "en");

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().StartWith(HostCodes.NoCasesNamed);
    }

    private async Task<CommandRun> DiffAsync(string[] arguments, params string[] lines)
    {
        var facts = Path.Join(_folder.Path, "facts.jsonl");
        await File.WriteAllLinesAsync(facts, lines);
        return await CommandRun.OfAsync(["diff", .. arguments, "--facts", facts, "--lang", "en"]);
    }

    private string Pack(string name, string module)
    {
        var folder = Path.Join(_folder.Path, name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Join(folder, "main.cfr"), module);
        return folder;
    }
}
