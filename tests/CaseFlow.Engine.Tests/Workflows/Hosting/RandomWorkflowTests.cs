using System.Globalization;
using System.Text;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using static System.FormattableString;

namespace CaseFlow.Engine.Tests.Workflows.Hosting;

/// <summary>
/// Random definitions on random paths: an instance in memory and one in a store print and end the same.
/// </summary>
public sealed class RandomWorkflowTests
{
    private const int Rounds = 300;
    private const int MostSteps = 60;

    [Fact]
    public async Task Run_RandomDefinitions_InMemoryAndInAStoreAreTheSame()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CASEFLOW_SEED"), CultureInfo.InvariantCulture, out var asked)
            ? asked
            : new Random().Next();
        TestContext.Current.SendDiagnosticMessage("CASEFLOW_SEED={0}", seed);
        var resumed = 0;
        for (var round = 0; round < Rounds; round++)
        {
            resumed += await CompareAsync(
                new Random(seed + round), Invariant($"CASEFLOW_SEED={seed}, round {round}"));
        }

        resumed.Should().BeGreaterThan(Rounds, "random definitions must wait now and then");
    }

    private static async Task<int> CompareAsync(Random numbers, string because)
    {
        var desk = new WorkflowDesk();
        var host = desk.Host();
        var json = Encoding.UTF8.GetBytes(RandomWorkflow.Of(numbers, "random"));
        var published = await host.Engine.PublishAsync(json, "random", default);
        published.VersionId.Should().NotBeNull(because);
        var id = await host.StartAsync("random");
        var run = WorkflowRun.Start(
            DefinitionReader.Read(json, "random").Definition!, WorkflowFeatures.Plain, id,
            new Dictionary<string, object?>(), WorkflowDesk.Start, out _)!;

        var steps = 0;
        while (run.State is { Status: WorkflowStatus.Running, Bookmarks: { Count: > 0 } open } && steps++ < MostSteps)
        {
            var bookmark = open[numbers.Next(open.Count)];
            object? answer = numbers.Next(3) == 0 ? null : numbers.Next(9).ToString(CultureInfo.InvariantCulture);
            run.Resume(bookmark.Number, answer, WorkflowDesk.Start).Should().BeTrue(because);
            (await host.Engine.ResumeAsync(id, bookmark.Number, answer, default))
                .Status.Should().Be(WorkflowCommandStatus.Accepted, because);
        }

        await SameAsync(desk, id, run, because);
        return steps;
    }

    private static async Task SameAsync(WorkflowDesk desk, string id, WorkflowRun run, string because)
    {
        var row = await desk.Store.FindAsync(id, default);
        row!.Status.Should().Be(run.State.SubStatus, because);
        (await desk.LinesAsync(id)).Should().Equal(run.Lines, because);
        var waiting = await desk.Store.BookmarksOfAsync(id, default);
        waiting.Select(bookmark => bookmark.Number).Should().Equal(
            run.State.Bookmarks.Select(bookmark => bookmark.Number), because);
        var incidents = await desk.Store.ListIncidentsAsync(id, 200, default);
        incidents.OrderBy(incident => incident.Number).Select(incident => incident.Code).Should().Equal(
            run.State.Incidents.Select(incident => incident.Code), because);
    }
}
