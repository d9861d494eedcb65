using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Tests.Workflows.Hosting;

/// <summary>What is due: time, work, triggers; failures and what operators do about them.</summary>
public sealed class WorkflowSweepTests
{
    private static readonly byte[] Working =
        WorkflowDesk.Sequence("work", WorkflowDesk.Work, WorkflowDesk.Line("done"));

    private readonly WorkflowDesk _desk = new();
    private readonly WorkflowHost _host;

    public WorkflowSweepTests() => _host = _desk.Host();

    [Fact]
    public async Task RunDue_ADelay_GoesOnWhenItIsOverAndNotBefore()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence("a", WorkflowDesk.Delay("00:10:00"), WorkflowDesk.Line("over")));
        var id = await _host.StartAsync("a");

        _desk.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        (await _host.Sweep.RunDueAsync(default)).Should().Be(0);
        _desk.Clock.Advance(TimeSpan.FromTicks(1));

        (await _host.Sweep.RunDueAsync(default)).Should().Be(1);
        (await _desk.LinesAsync(id)).Should().Equal("over");
    }

    [Fact]
    public async Task RunDue_WorkThatFailsAndThenDoes_IsTriedAgainWithDoubledWaits()
    {
        var attempts = new List<TimeSpan>();
        _desk.World.Answer = _ =>
        {
            attempts.Add(_desk.Clock.GetUtcNow() - WorkflowDesk.Start);
            return attempts.Count < 4 ? new WorkAnswer.Failed("CF10999", []) : null;
        };
        await _host.PublishAsync(Working);
        var id = await _host.StartAsync("work");

        await PassAsync(TimeSpan.FromMinutes(5));

        attempts.Select(at => at.TotalSeconds).Should().Equal(0, 10, 30, 70);
        (await _desk.LinesAsync(id)).Should().Equal("done");
        _desk.World.Effects.Keys.Should().Equal($"{id}/1");
    }

    [Fact]
    public async Task RunDue_WorkThatFailsForGood_IsAnIncidentThatARetryDoesAgain()
    {
        var fails = true;
        var attempts = 0;
        _desk.World.Answer = _ =>
        {
            attempts++;
            return fails ? throw new TimeoutException() : null;
        };
        await _host.PublishAsync(Working);
        var id = await _host.StartAsync("work");

        await PassAsync(TimeSpan.FromDays(1));

        attempts.Should().Be(12);
        var incident = (await _desk.Store.ListIncidentsAsync(null, 10, default)).Should().ContainSingle().Subject;
        incident.Should().BeEquivalentTo(new
        {
            InstanceId = id, Number = 1, Code = WorkflowCodes.WorkThrew, Arguments = new[] { nameof(TimeoutException) },
        });
        (await _desk.Store.FindAsync(id, default))!.Status.Should().Be(WorkflowSubStatus.Faulted);

        fails = false;
        await _host.Engine.RetryAsync(id, 1, "op-1", default);
        await PassAsync(TimeSpan.FromSeconds(1));
        (await _desk.LinesAsync(id)).Should().Equal("done");
        (await _desk.Store.ListIncidentsAsync(null, 10, default)).Should().BeEmpty();
        (await _host.Engine.RetryAsync(id, 1, "op-1", default)).Status.Should().Be(WorkflowCommandStatus.NotWaiting);
    }

    [Fact]
    public async Task RunDue_WorkThatIsRefused_IsAnIncidentAtOnceThatAnOperatorSkips()
    {
        _desk.World.Answer = _ => new WorkAnswer.Refused("CF10999", []);
        await _host.PublishAsync(Working);
        var id = await _host.StartAsync("work");
        await _host.Sweep.RunDueAsync(default);

        var skipped = await _host.Engine.SkipAsync(id, 1, null, "op-1", default);

        skipped.SubStatus.Should().Be(WorkflowSubStatus.Finished);
        (await _desk.LinesAsync(id)).Should().Equal("done");
        (await _desk.Store.ReadJournalAsync(id, 0, 100, default)).Should().Contain(row =>
            row.What == JournalEvent.Skipped && row.Detail == "op-1");
    }

    [Fact]
    public async Task RunDue_WorkThatNothingHereDoes_IsAnIncident()
    {
        await _host.PublishAsync(Working);
        var id = await _host.StartAsync("work");
        var bare = new WorkflowSweep(
            _host.Engine, _desk.Store, _desk.Store, [], _desk.Clock, new WorkflowSweepOptions());

        await bare.RunDueAsync(default);

        (await _desk.Store.ListIncidentsAsync(id, 10, default)).Should().ContainSingle()
            .Which.Code.Should().Be(WorkflowCodes.NoHandler);
    }

    [Fact]
    public async Task RunDue_WorkThatIsNotTimeYet_WaitsForAWakeHoweverOften()
    {
        var looks = 0;
        _desk.World.Answer = request => ++looks < 20 ? new WorkAnswer.NotYet(null) : null;
        await _host.PublishAsync(Working);
        var id = await _host.StartAsync("work");

        for (var wake = 0; wake < 20; wake++)
        {
            await _host.Sweep.RunDueAsync(default);
            await _host.Sweep.RunDueAsync(default);
            looks.Should().Be(wake + 1, "nothing but a wake has it looked at again");
            await _desk.Store.WakeAsync(
                BookmarkKinds.Command, "CaseFlow.OpenCase", _desk.Clock.GetUtcNow(), default);
        }

        (await _desk.LinesAsync(id)).Should().Equal("done");
    }

    [Fact]
    public async Task RunDue_ATimerThatTriggers_StartsOneEachTimeAndOneAfterAnAbsence()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence(
            "t", WorkflowDesk.Timer("Elsa.Timer", "interval", "00:10:00"), WorkflowDesk.Line("tick")));
        (await CountAsync()).Should().Be(0);

        for (var minute = 0; minute < 30; minute++)
        {
            _desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await _host.Sweep.RunDueAsync(default);
        }

        (await CountAsync()).Should().Be(3);
        _desk.Clock.Advance(TimeSpan.FromHours(10));
        await _host.Sweep.RunDueAsync(default);
        (await CountAsync()).Should().Be(4);
    }

    [Fact]
    public async Task RunDue_AMomentThatTriggers_StartsOneAndNoMore()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence(
            "t", WorkflowDesk.Timer("Elsa.StartAt", "dateTime", "2026-09-14T02:00:00Z"), WorkflowDesk.Line("tick")));

        for (var hour = 0; hour < 5; hour++)
        {
            _desk.Clock.Advance(TimeSpan.FromHours(1));
            await _host.Sweep.RunDueAsync(default);
        }

        (await CountAsync()).Should().Be(1);
    }

    [Fact]
    public async Task Publish_ATriggerWhoseMomentHasPassed_Warns()
    {
        var published = await _host.Engine.PublishAsync(
            WorkflowDesk.Sequence("t", WorkflowDesk.Timer("Elsa.StartAt", "dateTime", "2020-01-01T00:00:00Z")), "t",
            default);

        published.VersionId.Should().NotBeNull();
        published.Findings.Should().ContainSingle().Which.Code.Should().Be(WorkflowCodes.NeverTriggers);
    }

    [Fact]
    public async Task Start_AsAChildThatEnds_ResumesItsParentWithHowItEnded()
    {
        await _host.PublishAsync(WorkflowDesk.Sequence("parent", WorkflowDesk.Event("never"), WorkflowDesk.Line("on")));
        await _host.PublishAsync(WorkflowDesk.Sequence("child", WorkflowDesk.Delay("00:01:00")));
        var parent = await _host.StartAsync("parent");
        var child = await _host.Engine.StartAsync(
            new StartWorkflow("c", "child") { Parent = new ParentLink(parent, 1) }, default);

        await _host.Sweep.RunDueAsync(default);
        (await _desk.LinesAsync(parent)).Should().BeEmpty();
        await PassAsync(TimeSpan.FromMinutes(2));

        (await _desk.LinesAsync(parent)).Should().Equal("on");
        (await _desk.Store.BookmarksOfAsync(child.InstanceId, default)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(60)]
    [InlineData(0)]
    public async Task RunDue_OnTwoHostsAtOnce_DoesEveryStepOnce(int leaseSeconds)
    {
        await _host.PublishAsync(WorkflowDesk.Sequence(
            "a",
            WorkflowDesk.Delay("00:00:10"),
            WorkflowDesk.Line("one"),
            WorkflowDesk.Work,
            WorkflowDesk.Line("two")));
        var ids = new List<string>();
        for (var index = 0; index < 40; index++)
        {
            ids.Add(await _host.StartAsync("a", FormattableString.Invariant($"k{index}")));
        }

        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        var options = new WorkflowSweepOptions { Lease = TimeSpan.FromSeconds(leaseSeconds), BatchSize = 7 };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
            await _desk.Host(options: options).Sweep.RunDueAsync(default))));

        foreach (var id in ids)
        {
            (await _desk.LinesAsync(id)).Should().Equal("one", "two");
        }

        _desk.World.Effects.Should().HaveCount(ids.Count);
    }

    private async Task PassAsync(TimeSpan span)
    {
        var end = _desk.Clock.GetUtcNow() + span;
        await _host.Sweep.RunDueAsync(default);
        while (await _desk.Store.NextDueAsync(default) is { } next && next <= end)
        {
            _desk.Clock.JumpTo(next);
            await _host.Sweep.RunDueAsync(default);
        }

        _desk.Clock.JumpTo(end);
    }

    private async Task<int> CountAsync() =>
        (await _desk.Store.ListAsync(new InstanceQuery("t", null, null, null, 200), default)).Count;
}
