using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Testing;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Conformance.Procedures;

/// <summary>
/// The procedures of the petition pack, each carried through its main way and its late and refused ones on a virtual
/// clock. What was recorded stands beside each scenario (`CASEFLOW_WRITE_EXPECTED=1` writes it, a person reads it line
/// by line) and must be the same on every store.
/// </summary>
public sealed class ProcedureTests
{
    public static TheoryData<string> Scenarios =>
    [
        .. Directory.EnumerateFiles(Folder(), "*.json")
            .Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(),
    ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Procedure_OnStoresInMemory_GoesItsRecordedWay(string name)
    {
        var clock = new SkippingTimeProvider(new DateTimeOffset(2026, 9, 14, 0, 0, 0, TimeSpan.Zero));

        var lines = await PlayAsync(name, ProcedurePorts.InMemory(clock), clock);

        var expected = Path.Combine(Folder(), name + ".txt");
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_EXPECTED") == "1")
        {
            await File.WriteAllTextAsync(expected, lines + "\n", TestContext.Current.CancellationToken);
        }

        lines.Should().Be((await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken)).TrimEnd('\n'));
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task Procedure_OnSqlite_GoesItsRecordedWay(string name)
    {
        var clock = new SkippingTimeProvider(new DateTimeOffset(2026, 9, 14, 0, 0, 0, TimeSpan.Zero));
        var folder = Directory.CreateTempSubdirectory("caseflow-procedures-");
        string lines;
        using (var storage = SqliteStorage.Open(new SqliteOptions { Directory = folder.FullName }, clock))
        {
            var ports = new ProcedurePorts(
                storage.Cases, storage.Timers, storage.Outbox, storage.Packs, storage.Vault, storage.Workflows,
                storage.Bookmarks, storage.Inbox);
            lines = await PlayAsync(name, ports, clock);
        }

        folder.Delete(recursive: true);
        var expected = Path.Combine(Folder(), name + ".txt");
        lines.Should().Be((await File.ReadAllTextAsync(expected, TestContext.Current.CancellationToken)).TrimEnd('\n'));
    }

    internal static JsonObject Scenario(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder(), name + ".json")))!.AsObject();

    private static async Task<string> PlayAsync(string name, ProcedurePorts ports, SkippingTimeProvider clock)
    {
        var letters = new Letterbox();
        var ids = new CountingIds();
        var play = new ProcedurePlay(Scenario(name), name, () => new ProcedureHost(ports, clock, ids, letters));
        await play.RunAsync(ports, letters);
        await play.TellEndAsync(ports);
        return string.Join('\n', play.Lines);
    }

    private static string Folder([CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, "recorded");
}
