using System.Text.Json.Nodes;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Tests.Kit;
using CaseFlow.Storage.Sqlite;
using CaseFlow.Tests.Shared;

namespace CaseFlow.Host.Tests.CommandLine;

public sealed class ImportCommandTests : IDisposable
{
    private readonly DataFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Import_InventedRegister_BreachesExactlyTheLateAndTheOpenAndSkipsTheBadRow()
    {
        var run = await CommandRun.OfAsync(Import(Invented("register.csv"), Invented("map.yaml"), Invented("pack")));

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Errors.Should()
            .Contain(HostCodes.ImpossibleDate)
            .And.Contain("register.csv:7")
            .And.Contain(HostCodes.EndsBeforeStart);
        Summary(run.Output).Should().Be(new Counts(4, 1, 2, 1));
        (await BreachesAsync()).Should().Equal(1, 1);
    }

    [Fact]
    public async Task Import_RunTwice_ChangesNothing()
    {
        var first = await CommandRun.OfAsync(Import(Invented("register.csv"), Invented("map.yaml"), Invented("pack")));
        var events = await EventsAsync();

        var second = await CommandRun.OfAsync(Import(Invented("register.csv"), Invented("map.yaml"), Invented("pack")));

        Summary(second.Output).Should().Be(Summary(first.Output));
        (await EventsAsync()).Should().Equal(events);
    }

    [Fact]
    public async Task Import_UntilADayThenOn_EndsAsInOneRun()
    {
        string[] args = Import(Invented("register.csv"), Invented("map.yaml"), Invented("pack"));
        var half = await CommandRun.OfAsync([.. args, "--until", "2011-10-12"]);
        var whole = await CommandRun.OfAsync(args);

        Summary(half.Output).Cases.Should().Be(2);
        Summary(whole.Output).Should().Be(new Counts(4, 1, 2, 1));
        (await BreachesAsync()).Should().Equal(1, 1);
    }

    [Fact]
    public async Task Import_StepThatTheRulesRefuse_LeavesOutTheWholeCase()
    {
        using var folder = new DataFolder();
        var map = Path.Join(folder.Path, "map.yaml");
        var text = await File.ReadAllTextAsync(Invented("map.yaml"));
        await File.WriteAllTextAsync(
            map,
            text.Replace("trigger: complete", "trigger: dissolve", StringComparison.Ordinal)
        );

        var run = await CommandRun.OfAsync(Import(Invented("register.csv"), map, Invented("pack")));

        run.ExitCode.Should().Be(ExitCode.Findings);
        run.Errors.Should().Contain(HostCodes.RowRefused).And.Contain("dissolve");
        Summary(run.Output).Should().Be(new Counts(1, 1, 1, 4));
    }

    [Theory]
    [InlineData(HostCodes.FileNotFound, "none.csv", "map.yaml")]
    [InlineData(HostCodes.FileNotFound, "register.csv", "none.yaml")]
    [InlineData(HostCodes.BadMap, "register.csv", "register.csv")]
    [InlineData(HostCodes.NoColumn, "map.yaml", "map.yaml")]
    public async Task Import_FilesThatCannotBeUsed_AreRefusedAndNothingIsMade(string code, string file, string map)
    {
        var run = await CommandRun.OfAsync(Import(Invented(file), Invented(map), Invented("pack")));

        run.ExitCode.Should().Be(ExitCode.Usage);
        run.Errors.Should().Contain(code + "\"");
        Directory.EnumerateFileSystemEntries(_data.Path).Should().BeEmpty();
    }

    [Fact]
    public async Task Import_MunicipalRegisterKilledHalfwayAndRunAgain_Breaches482Once()
    {
        var register = Requires.SharedCorpus("data/receipt.csv");
        var sample = Repository.PathOf("samples/permit-register");
        string[] args = Import(register, Path.Join(sample, "map.yaml"), sample);
        using (var killed = HostProcess.Start([.. args[..^1]]))
        {
            await killed.IsHalfwayAsync("Importing");
            killed.HasEnded.Should().BeFalse("it is to be killed halfway");
            await killed.KillAsync();
        }

        var (_, output, _) = await HostProcess.RunAsync(args);

        Summary(output).Should().Be(new Counts(1434, 105, 482, 0));
        var breaches = await BreachesAsync();
        breaches.Should().HaveCount(482).And.OnlyContain(count => count == 1);
    }

    private static string Invented(string name) => Repository.PathOf("tests/CaseFlow.Host.Tests/Register/" + name);

    private static Counts Summary(string output)
    {
        var json = JsonNode.Parse(output.Trim())!;
        return new Counts(Number("cases"), Number("open"), Number("breached"), Number("skipped"));

        int Number(string name) => json[name]!.GetValue<int>();
    }

    private string[] Import(string file, string map, string pack) =>
        ["import", file, "--map", map, "--pack", pack, "--data", _data.Path, "--lang", "en", "--json"];

    private async Task<List<int>> BreachesAsync() =>
    [
        .. (await EventsAsync())
            .Where(happened => happened.Type == "DeadlineBreached")
            .GroupBy(happened => happened.Case)
            .Select(group => group.Count()),
    ];

    private async Task<List<(string Case, int Sequence, string Type)>> EventsAsync()
    {
        using var storage = SqliteStorage.Open(new SqliteOptions { Directory = _data.Path }, TimeProvider.System);
        var events = new List<(string, int, string)>();
        Engine.Cases.CaseId? after = null;
        while (true)
        {
            var page = await storage.Cases.ListAsync(
                new Engine.Storage.CaseQuery(null, null, null, null, after, 200),
                default
            );
            foreach (var row in page)
            {
                var history = await storage.Cases.ReadEventsAsync(row.Id, default);
                events.AddRange(history.Select(happened => (row.Id.ToString(), happened.Sequence, happened.Type)));
            }

            if (page.Count == 0)
            {
                return events;
            }

            after = page[^1].Id;
        }
    }

    private sealed record Counts(int Cases, int Open, int Breached, int Skipped);
}
