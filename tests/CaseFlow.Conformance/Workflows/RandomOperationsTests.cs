using System.Globalization;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

/// <summary>Whatever is asked of them, the store in memory and the one on SQLite answer the same.</summary>
public sealed class RandomOperationsTests(ITestOutputHelper output)
{
    private const int Runs = 6;
    private const int Steps = 250;

    [Fact]
    public async Task Operations_AtRandom_AreAnsweredTheSameByBothStores()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CASEFLOW_SEED"), CultureInfo.InvariantCulture, out var set)
            ? set
            : Environment.TickCount;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CASEFLOW_SEED={seed}"));
        var answers = new HashSet<string>(StringComparer.Ordinal);
        for (var run = 0; run < Runs; run++)
        {
            answers.UnionWith(await RunAsync(unchecked(seed + run)));
        }

        answers.Should().Contain(["0", "1", "2", "true", "false", "refused"], "a run that only succeeds tests little");
    }

    private static async Task<List<string>> RunAsync(int seed)
    {
        using var opened = new OpenedWorkflows();
        var (memory, durable) = (OpenedWorkflows.InMemory(), opened.Stores);
        var operations = new RandomOperations(seed, memory);
        var answers = new List<string>();
        for (var step = 0; step < Steps; step++)
        {
            var operation = await operations.NextAsync();
            var answer = await operation.RunAsync(memory);
            (await operation.RunAsync(durable)).Should().Be(
                answer, "CASEFLOW_SEED={0}, step {1}: {2}", seed, step, operation.Name);
            answers.Add(answer);
        }

        (await AllOf(durable).RunAsync(durable)).Should().Be(
            await AllOf(memory).RunAsync(memory), "CASEFLOW_SEED={0}, at the end", seed);
        return answers;
    }

    private static Operation AllOf(WorkflowStoresUnderTest stores) => Operation.Of($"all", async _ =>
    {
        var all = new List<object?>();
        var rows = await stores.Workflows.ListAsync(new InstanceQuery(null, null, null, null, 200), default);
        foreach (var row in rows)
        {
            all.Add(await stores.Workflows.FindAsync(row.Id, default));
            all.Add(await stores.Workflows.BookmarksOfAsync(row.Id, default));
            all.Add(await stores.Workflows.ReadJournalAsync(row.Id, 0, int.MaxValue, default));
            all.Add(await stores.Workflows.ListIncidentsAsync(row.Id, 99, default));
        }

        all.Add(await stores.Workflows.ListIncidentsAsync(null, 99, default));
        all.Add(await stores.Inbox.ListTasksAsync(new TaskQuery(null, null, null, null, 200), default));
        all.Add(await stores.Workflows.ListVersionsAsync(null, default));
        all.Add(await stores.Workflows.DueTriggersAsync(DateTimeOffset.MaxValue, 99, default));
        return all;
    });
}
