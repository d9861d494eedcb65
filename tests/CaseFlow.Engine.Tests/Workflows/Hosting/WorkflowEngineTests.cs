using System.Text;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Tests.Workflows.Hosting;

/// <summary>Publishing, beginning, resuming, events and tasks.</summary>
public sealed class WorkflowEngineTests
{
    private readonly WorkflowDesk _desk = new();
    private readonly WorkflowHost _host;

    public WorkflowEngineTests() => _host = _desk.Host();

    [Fact]
    public async Task Publish_AnUnsoundDefinition_TellsWhyAndWritesNothing()
    {
        var published = await _host.Engine.PublishAsync("""{"name": "x"}"""u8.ToArray(), "x", default);

        published.VersionId.Should().BeNull();
        published.Findings.Should().ContainSingle().Which.Code.Should().Be(WorkflowCodes.PropertyMissing);
        (await _desk.Store.ListVersionsAsync(null, default)).Should().BeEmpty();
    }

    [Fact]
    public async Task Publish_AgainAndChanged_CountsVersionsAndKeepsThoseThatRun()
    {
        var first = await _host.PublishAsync(
            WorkflowDesk.Sequence("a", WorkflowDesk.Event("Go"), WorkflowDesk.Line("1")));
        var running = await _host.StartAsync("a");
        var repeated = await _host.Engine.PublishAsync(
            WorkflowDesk.Sequence("a", WorkflowDesk.Event("Go"), WorkflowDesk.Line("1")), "a", default);
        var second = await _host.PublishAsync(WorkflowDesk.Sequence("a", WorkflowDesk.Line("2")));

        repeated.Repeated.Should().BeTrue();
        (first, second).Should().Be(("a:1", "a:2"));
        await _host.Engine.DeliverAsync(new DeliverEvent("e", "Go"), default);
        (await _desk.LinesAsync(running)).Should().Equal("1");
        (await _desk.LinesAsync(await _host.StartAsync("a", "later"))).Should().Equal("2");
    }

    [Fact]
    public async Task Start_TwiceUnderOneKey_BeginsOnce()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence("a", WorkflowDesk.Line("once")));

        var first = await _host.Engine.StartAsync(new StartWorkflow("k", "a"), default);
        var second = await _host.Engine.StartAsync(new StartWorkflow("k", "a"), default);

        second.Should().BeEquivalentTo(first with { Repeated = true });
        (await _desk.LinesAsync(first.InstanceId)).Should().Equal("once");
    }

    [Theory]
    [InlineData("", "a", WorkflowCodes.NoKey)]
    [InlineData("k", "nothing", WorkflowCodes.NotPublished)]
    public async Task Start_WithSomethingMissing_SaysWhat(string key, string definition, string code) =>
        (await _host.Engine.StartAsync(new StartWorkflow(key, definition), default))
            .Problems.Should().ContainSingle().Which.Code.Should().Be(code);

    [Fact]
    public async Task Start_WithInputsThatAreWrong_TellsAllOfThem()
    {
        const string Json = """
            {"definitionId": "in", "inputs": [
               {"name": "Days", "type": "Int32", "isRequired": true},
               {"name": "Who", "type": "String", "isRequired": true},
               {"name": "Weight", "type": "Int32", "defaultValue": "7"}],
             "root": {"type": "Elsa.WriteLine", "text": {"typeName": "String",
               "expression": {"type": "Input", "value": {"name": "Weight"}}}}}
            """;
        await _host.PublishAsync(Encoding.UTF8.GetBytes(Json));

        var refused = await _host.Engine.StartAsync(
            new StartWorkflow("k", "in") { Input = new Dictionary<string, object?> { ["Days"] = "soon" } }, default);
        var begun = await _host.Engine.StartAsync(
            new StartWorkflow("l", "in")
            {
                Input = new Dictionary<string, object?> { ["Days"] = "3", ["Who"] = "me" },
            },
            default);

        refused.Problems.Select(problem => problem.Path).Should().Equal("input.Days", "input.Who");
        (await _desk.LinesAsync(begun.InstanceId)).Should().Equal("7");
    }

    [Fact]
    public async Task Resume_ABookmarkThatIsBurnt_ChangesNothing()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence("a", WorkflowDesk.Event("Go"), WorkflowDesk.Line("on")));
        var id = await _host.StartAsync("a");

        var first = await _host.Engine.ResumeAsync(id, 1, null, default);
        var second = await _host.Engine.ResumeAsync(id, 1, null, default);

        first.Status.Should().Be(WorkflowCommandStatus.Accepted);
        second.Status.Should().Be(WorkflowCommandStatus.NotWaiting);
        (await _desk.LinesAsync(id)).Should().Equal("on");
    }

    [Fact]
    public async Task Resume_AnInstanceThatIsNotThere_SaysSo() =>
        (await _host.Engine.ResumeAsync("x", 1, null, default))
            .Problems.Should().ContainSingle().Which.Code.Should().Be(WorkflowCodes.NoSuchInstance);

    [Fact]
    public async Task Deliver_AnEvent_ReachesTheWaitingOfItsCorrelationOnceAndInOneStep()
    {
        await _host.PublishAsync(WorkflowDesk.Definition(
            "two", "Elsa.Parallel", WorkflowDesk.Event("Go", "a"), WorkflowDesk.Event("Go", "b")));
        var mine = await StartAsync("mine");
        var other = await StartAsync("other");

        var told = await _host.Engine.DeliverAsync(
            new DeliverEvent("e", "Go") { CorrelationId = "mine" }, default);
        var again = await _host.Engine.DeliverAsync(
            new DeliverEvent("e", "Go") { CorrelationId = "mine" }, default);

        told.Resumed.Should().Equal(mine);
        again.Resumed.Should().BeEmpty();
        (await _desk.Store.FindAsync(mine, default))!.Status.Should().Be(WorkflowSubStatus.Finished);
        (await _desk.Store.FindAsync(other, default))!.Status.Should().Be(WorkflowSubStatus.Suspended);

        async Task<string> StartAsync(string correlation) =>
            (await _host.Engine.StartAsync(
                new StartWorkflow(correlation, "two") { CorrelationId = correlation }, default)).InstanceId;
    }

    [Fact]
    public async Task Deliver_TheSameEventAgain_DoesNotReachANewWaitForIt()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence(
            "a", WorkflowDesk.Event("Go"), WorkflowDesk.Line("first"), WorkflowDesk.Event("Go", "b"),
            WorkflowDesk.Line("second")));
        var id = await _host.StartAsync("a");

        await _host.Engine.DeliverAsync(new DeliverEvent("e", "Go"), default);
        await _host.Engine.DeliverAsync(new DeliverEvent("e", "Go"), default);
        (await _desk.LinesAsync(id)).Should().Equal("first");

        await _host.Engine.DeliverAsync(new DeliverEvent("f", "Go"), default);
        (await _desk.LinesAsync(id)).Should().Equal("first", "second");
    }

    [Fact]
    public async Task Deliver_AnEventThatTriggers_StartsOneInstanceThatDoesNotHearOfItAgain()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence(
            "a", WorkflowDesk.Event("Go", "t", starts: true), WorkflowDesk.Line("begun"), WorkflowDesk.Event("Go", "b"),
            WorkflowDesk.Line("twice")));

        var first = await _host.Engine.DeliverAsync(
            new DeliverEvent("e", "Go") { CorrelationId = "c" }, default);
        var second = await _host.Engine.DeliverAsync(
            new DeliverEvent("e", "Go") { CorrelationId = "c" }, default);

        var id = first.Started.Should().ContainSingle().Subject;
        second.Started.Should().BeEmpty();
        (await _desk.LinesAsync(id)).Should().Equal("begun");
        (await _desk.Store.FindAsync(id, default))!.CorrelationId.Should().Be("c");
    }

    [Fact]
    public async Task Deliver_ToOneWhoseStateIsDamaged_ReachesItsNeighbours()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence("a", WorkflowDesk.Event("Go"), WorkflowDesk.Line("on")));
        var broken = await _host.StartAsync("a", "broken");
        var sound = await _host.StartAsync("a", "sound");
        await DamageAsync(broken);

        var told = await _host.Engine.DeliverAsync(new DeliverEvent("e", "Go"), default);

        told.Resumed.Should().Equal(sound);
        told.Problems.Should().ContainSingle().Which.Code.Should().Be(WorkflowCodes.StateUnreadable);
    }

    [Fact]
    public async Task ReportTask_OnceAndAgain_GoesOnOnce()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence("a", WorkflowDesk.Task("Visit"), WorkflowDesk.Line("done")));
        var id = await _host.StartAsync("a");
        var task = (await _desk.Store.BookmarksOfAsync(id, default))[0].Key;

        (await _host.Engine.ReportTaskAsync(task, 1L, default)).Status.Should().Be(WorkflowCommandStatus.Accepted);
        (await _host.Engine.ReportTaskAsync(task, 1L, default)).Status.Should().Be(WorkflowCommandStatus.NotWaiting);
        (await _desk.LinesAsync(id)).Should().Equal("done");
    }

    [Fact]
    public async Task CompleteTask_ByWhoMayAndWithAnOutcomeItHas_GoesOn()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence("a", WorkflowDesk.Human, WorkflowDesk.Line("done")));
        var id = await _host.StartAsync("a");
        var task = $"{id}/1";
        var row = await _desk.Store.FindTaskAsync(task, default);
        await _desk.Store.AssignTaskAsync(
            row!, "off-1", new Engine.Workflows.Storage.JournalRow(
                WorkflowDesk.Start, "root:human", Engine.Workflows.Storage.JournalEvent.Assigned, "off-1"), default);

        var wrong = await _host.Engine.CompleteTaskAsync(new CompleteTask(task, "Maybe", "off-1"), default);
        var other = await _host.Engine.CompleteTaskAsync(new CompleteTask(task, "Yes", "off-2"), default);
        var right = await _host.Engine.CompleteTaskAsync(new CompleteTask(task, "Yes", "off-1"), default);
        var again = await _host.Engine.CompleteTaskAsync(new CompleteTask(task, "Yes", "off-1"), default);

        row!.Should().BeEquivalentTo(new { Title = "Look at it", Role = "resolver", Outcomes = new[] { "Yes", "No" } });
        wrong.Problems[0].Should().BeEquivalentTo(new { Code = WorkflowCodes.NoSuchOutcome, Path = "outcome" });
        other.Problems[0].Code.Should().Be(WorkflowCodes.TaskOfAnother);
        right.SubStatus.Should().Be(WorkflowSubStatus.Finished);
        again.Status.Should().Be(WorkflowCommandStatus.NotWaiting);
        (await _desk.LinesAsync(id)).Should().Equal("done");
    }

    [Fact]
    public async Task Cancel_AnInstance_VoidsWhatItWaitsForAndItsTasks()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence("a", WorkflowDesk.Human));
        var id = await _host.StartAsync("a");

        var cancelled = await _host.Engine.CancelAsync(id, default);

        cancelled.SubStatus.Should().Be(WorkflowSubStatus.Cancelled);
        (await _desk.Store.BookmarksOfAsync(id, default)).Should().BeEmpty();
        (await _desk.Store.FindTaskAsync($"{id}/1", default)).Should().BeNull();
        (await _host.Engine.CancelAsync(id, default)).Status.Should().Be(WorkflowCommandStatus.NotWaiting);
    }

    [Fact]
    public async Task Resume_WithMoreThanAnInstanceKeeps_StopsItAloneAndARetryTakesItUpAgain()
    {
        const int waits = 8;
        await _host.PublishAsync(WorkflowDesk.Sequence(
            "a",
            [
                .. Enumerable.Range(1, waits)
                    .Select(place => WorkflowDesk.Event("Go", FormattableString.Invariant($"e{place}"))),
                WorkflowDesk.Event("Stop", "b"),
            ]));
        var id = await _host.StartAsync("a");
        for (var number = 1; number < waits; number++)
        {
            (await _host.Engine.ResumeAsync(id, number, new string('x', 1_950_000), default)).SubStatus
                .Should().Be(WorkflowSubStatus.Suspended);
        }

        var stopped = await _host.Engine.ResumeAsync(id, waits, new string('x', 1_950_000), default);

        stopped.SubStatus.Should().Be(WorkflowSubStatus.Faulted);
        (await _desk.Store.ListIncidentsAsync(id, 10, default)).Should().ContainSingle()
            .Which.Code.Should().Be(WorkflowCodes.StateTooLarge);
        await _host.Engine.RetryAsync(id, 1, "op", default);
        (await _host.Engine.ResumeAsync(id, waits, "small", default)).SubStatus
            .Should().Be(WorkflowSubStatus.Suspended);
    }

    private async Task DamageAsync(string id)
    {
        var row = (await _desk.Store.FindAsync(id, default))!;
        var damaged = row with { Version = row.Version + 1, State = "{"u8.ToArray() };
        await _desk.Store.CommitAsync(
            new Engine.Workflows.Storage.InstanceCommit(row.Version, null, damaged, [], [], [], [], [], []), default);
    }
}
