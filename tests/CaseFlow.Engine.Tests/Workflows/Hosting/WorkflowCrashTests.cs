using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Tests.Workflows.Hosting;

/// <summary>
/// A host dies at any moment at all; another goes on, and callers repeat under their keys what they got no answer to.
/// </summary>
public sealed class WorkflowCrashTests
{
    private static readonly byte[] Long = WorkflowDesk.Sequence(
        "long",
        WorkflowDesk.Line("begun"),
        WorkflowDesk.Work,
        WorkflowDesk.Event("Go"),
        WorkflowDesk.Line("heard"),
        WorkflowDesk.Event("Go", "second"),
        WorkflowDesk.Work.Replace("work", "again", StringComparison.Ordinal),
        WorkflowDesk.Delay("01:00:00"),
        WorkflowDesk.Line("slept"),
        WorkflowDesk.Task("Visit"),
        WorkflowDesk.Human,
        WorkflowDesk.Work.Replace("work", "last", StringComparison.Ordinal),
        WorkflowDesk.Line("done"));

    private static readonly byte[] Triggered = WorkflowDesk.Sequence(
        "triggered",
        WorkflowDesk.Event("Go", starts: true),
        WorkflowDesk.Line("triggered"),
        WorkflowDesk.Event("Go", id: "second"),
        WorkflowDesk.Line("twice"));

    private static readonly byte[] Timed = WorkflowDesk.Sequence(
        "timed", WorkflowDesk.Timer("Elsa.Timer", "interval", "00:30:00"), WorkflowDesk.Line("timed"));

    [Fact]
    public async Task Host_DyingAtAnyMoment_LeavesEveryStepDoneOnce()
    {
        var (expected, moments) = await PlayAsync(diesAt: 0);
        moments.Should().BeGreaterThan(100);
        expected.Should().ContainInOrder(
            "long: begun", "long: heard", "long: slept", "long: done", "timed: timed", "triggered: triggered",
            "effects: 3");

        for (var diesAt = 1; diesAt <= moments; diesAt++)
        {
            var (told, _) = await PlayAsync(diesAt);

            told.Should().Equal(expected, "the host died at moment {0}", diesAt);
        }
    }

    [Theory]
    [InlineData("retry-join-mode-counts-once")]
    [InlineData("bulk-retry-asks-once")]
    [InlineData("bulk-one-faults-and-is-mended")]
    [InlineData("bulk-port-of-a-fault-waits")]
    [InlineData("dispatch-one-that-is-mended")]
    [InlineData("execute-one-that-faults-and-is-cancelled")]
    [InlineData("execute-and-wait")]
    public async Task Host_DyingAtAnyMomentOfACase_ComesToTheSameEnd(string name)
    {
        var file = Repository.PathOf($"tests/CaseFlow.Engine.Tests/Workflows/hosted/{name}.json");
        var (expected, moments) = await HostedCase.KillAsync(file, diesAt: 0);

        for (var diesAt = 1; diesAt <= moments; diesAt++)
        {
            (await HostedCase.KillAsync(file, diesAt)).Told.Should().Be(expected, "it died at moment {0}", diesAt);
        }
    }

    private static async Task<(IReadOnlyList<string> Told, int Moments)> PlayAsync(int diesAt)
    {
        var desk = new WorkflowDesk();
        var fragile = new FragileStore(desk.Store, diesAt);
        var first = desk.Host(fragile);
        var second = desk.Host();
        foreach (var step in Steps(desk))
        {
            try
            {
                await step(first);
            }
            catch (HostDiedException)
            {
                // Leases of the dead run out; clients repeat what was not answered.
                desk.Clock.Advance(TimeSpan.FromMinutes(2));
                await step(second);
            }
        }

        return (await ToldAsync(desk), fragile.Moments);
    }

    private static IEnumerable<Func<WorkflowHost, Task>> Steps(WorkflowDesk desk)
    {
        var instance = WorkflowIds.OfInstance("key");
        yield return host => host.PublishAsync(Long);
        yield return host => host.PublishAsync(Triggered);
        yield return host => host.PublishAsync(Timed);
        yield return host => host.StartAsync("long", "key");
        yield return host => host.Sweep.RunDueAsync(default).AsTask();
        yield return host => host.Engine.DeliverAsync(new DeliverEvent("one", "Go"), default).AsTask();
        yield return host => host.Engine.DeliverAsync(new DeliverEvent("two", "Go"), default).AsTask();
        yield return host => host.Sweep.RunDueAsync(default).AsTask();
        yield return _ =>
        {
            desk.Clock.Advance(TimeSpan.FromHours(1));
            return Task.CompletedTask;
        };
        yield return host => host.Sweep.RunDueAsync(default).AsTask();
        yield return host => host.Engine.ReportTaskAsync($"{instance}/10", "report", default).AsTask();
        yield return async host =>
        {
            var tasks = await desk.Store.ListTasksAsync(new TaskQuery("resolver", null, null, null, 10), default);
            foreach (var task in tasks)
            {
                await host.Engine.CompleteTaskAsync(new CompleteTask(task.Id, "Yes", "off-1"), default);
            }
        };
        yield return host => host.Sweep.RunDueAsync(default).AsTask();
    }

    private static async Task<IReadOnlyList<string>> ToldAsync(WorkflowDesk desk)
    {
        var told = new List<string>();
        var all = await desk.Store.ListAsync(new InstanceQuery(null, null, null, null, 100), default);
        foreach (var row in all.OrderBy(row => row.DefinitionId).ThenBy(row => row.Id))
        {
            told.AddRange((await desk.LinesAsync(row.Id)).Select(line => $"{row.DefinitionId}: {line}"));
            told.Add($"{row.DefinitionId} {row.Status}");
        }

        told.Add($"effects: {desk.World.Effects.Count}");
        return told;
    }
}
