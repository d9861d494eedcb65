using System.Globalization;
using System.Text;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite;
using static System.FormattableString;

namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>
/// Random definitions on random paths: a host on SQLite and one in memory print the same, wait for the same and end the
/// same, and so does a host that opens the files anew in the middle.
/// </summary>
public sealed class RandomWorkflowTests : IDisposable
{
    private const int Rounds = 25;
    private const int MostSteps = 15;

    private static readonly DateTimeOffset Now = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Run_RandomDefinitions_OnSqliteAndInMemoryAreTheSame()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CASEFLOW_SEED"), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : new Random().Next();
        var clock = new SkippingTimeProvider(Now);
        var store = new InMemoryWorkflowStore(new InMemoryCaseStore());
        var memory = new WorkflowEngine(store, store, WorkflowFeatures.Plain, clock);
        var storage = Open(clock);
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                var because = Invariant($"CASEFLOW_SEED={seed}, round {round}");
                var numbers = new Random(seed + round);
                var json = Encoding.UTF8.GetBytes(RandomWorkflow.Of(numbers, Invariant($"random{round}")));
                var id = await BeginAsync(memory, json, round);
                (await BeginAsync(EngineOn(storage, clock), json, round)).Should().Be(id, because);
                for (var step = 0; step < MostSteps && await NextAsync(store, id, numbers) is { } bookmark; step++)
                {
                    var first = await memory.ResumeAsync(id, bookmark, "answer", default);
                    (await EngineOn(storage, clock).ResumeAsync(id, bookmark, "answer", default))
                        .Should().BeEquivalentTo(first, because);
                }

                (await ToldAsync(storage.Workflows, id)).Should().Equal(await ToldAsync(store, id), because);
                if (round == Rounds / 2)
                {
                    storage.Dispose();
                    storage = Open(clock);
                }
            }
        }
        finally
        {
            storage.Dispose();
        }
    }

    [Fact]
    public async Task RunDue_OnTwoHostsThatShareTheFiles_DoesEveryStepOnce()
    {
        const string Json = """
            {"definitionId": "naps", "root": {"id": "all", "type": "Elsa.Sequence", "activities": [
              {"id": "nap", "type": "Elsa.Delay",
               "timeSpan": {"typeName": "TimeSpan", "expression": {"type": "Literal", "value": "00:01:00"}}},
              {"id": "line", "type": "Elsa.WriteLine",
               "text": {"typeName": "String", "expression": {"type": "Literal", "value": "awake"}}}]}}
            """;
        var clock = new SkippingTimeProvider(Now);
        using var storage = Open(clock);
        var engine = EngineOn(storage, clock);
        await engine.PublishAsync(Encoding.UTF8.GetBytes(Json), "naps", default);
        var ids = new List<string>();
        for (var index = 0; index < 20; index++)
        {
            var begun = await engine.StartAsync(new StartWorkflow(Invariant($"nap {index}"), "naps"), default);
            ids.Add(begun.InstanceId);
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        var options = new WorkflowSweepOptions { Lease = TimeSpan.Zero, BatchSize = 3 };
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
            await new WorkflowSweep(
                EngineOn(storage, clock), storage.Workflows, storage.Bookmarks, [], clock, options)
                .RunDueAsync(default))));

        foreach (var id in ids)
        {
            var journal = await storage.Workflows.ReadJournalAsync(id, 0, 100, default);
            journal.Where(row => row.What == JournalEvent.Printed).Should().ContainSingle();
        }
    }

    public void Dispose() => _folder.Dispose();

    private SqliteStorage Open(TimeProvider clock) =>
        SqliteStorage.Open(new SqliteOptions { Directory = _folder.Path }, clock);

    private static WorkflowEngine EngineOn(SqliteStorage storage, TimeProvider clock) =>
        new(storage.Workflows, storage.Inbox, WorkflowFeatures.Plain, clock);

    private static async Task<string> BeginAsync(WorkflowEngine engine, byte[] json, int round)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"random{round}");
        var published = await engine.PublishAsync(json, name, default);
        published.Findings.Should().BeEmpty();
        return (await engine.StartAsync(new StartWorkflow(name, name), default)).InstanceId;
    }

    private static async Task<int?> NextAsync(IWorkflowStore store, string id, Random numbers)
    {
        var waiting = await store.BookmarksOfAsync(id, default);
        var isOver = (await store.FindAsync(id, default))!.Status != WorkflowSubStatus.Suspended;
        return isOver || waiting.Count == 0 ? null : waiting[numbers.Next(waiting.Count)].Number;
    }

    private static async Task<List<string>> ToldAsync(IWorkflowStore store, string id)
    {
        var row = (await store.FindAsync(id, default))!;
        var journal = await store.ReadJournalAsync(id, 0, 10_000, default);
        var waiting = await store.BookmarksOfAsync(id, default);
        var incidents = await store.ListIncidentsAsync(id, 100, default);
        return
        [
            Invariant($"{row.Status} {row.Version} {Encoding.UTF8.GetString(row.State.Span)}"),
            .. journal.Select(line => line.ToString()),
            .. waiting.Select(bookmark => bookmark.ToString()),
            .. incidents.Select(incident => Invariant($"{incident.Number} {incident.NodeId} {incident.Code}")),
        ];
    }
}
