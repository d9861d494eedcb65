using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Procedures;

/// <summary>The inbox of human tasks, by the first task of the intake of a complaint.</summary>
public sealed class TaskDeskTests
{
    private static readonly Principal Officer = new("off-1", ["reception_officer"]);
    private static readonly Principal Other = new("off-2", ["reception_officer"]);
    private static readonly Principal Verifier = new("off-3", ["verifier"]);

    private readonly SkippingTimeProvider _clock = new(new DateTimeOffset(2026, 9, 14, 2, 0, 0, TimeSpan.Zero));
    private readonly ProcedurePorts _ports;
    private readonly ProcedureHost _host;

    public TaskDeskTests()
    {
        _ports = ProcedurePorts.InMemory(_clock);
        _host = new ProcedureHost(_ports, _clock, new CountingIds(), new Letterbox());
    }

    [Fact]
    public async Task Claim_WithoutTheRole_IsRefused()
    {
        var task = await TaskAsync();

        var result = await _host.Tasks.ClaimAsync(task.Id, Verifier, default);

        result.Problems.Should().ContainSingle().Which.Code.Should().Be("CF10151");
    }

    [Fact]
    public async Task Claim_ATaskOfAnother_IsRefusedUntilItIsReleased()
    {
        var task = await TaskAsync();

        (await _host.Tasks.ClaimAsync(task.Id, Officer, default)).Problems.Should().BeEmpty();
        (await _host.Tasks.ClaimAsync(task.Id, Officer, default)).Problems.Should().BeEmpty("it is his own");
        (await _host.Tasks.ClaimAsync(task.Id, Other, default)).Problems[0].Code.Should().Be("CF10172");
        (await _host.Tasks.ReleaseAsync(task.Id, Other, default)).Problems[0].Code.Should().Be("CF10172");
        (await _host.Tasks.ReleaseAsync(task.Id, Officer, default)).Problems.Should().BeEmpty();
        (await _host.Tasks.ClaimAsync(task.Id, Other, default)).Problems.Should().BeEmpty();
        (await _host.Tasks.FindAsync(task.Id, default))!.Assignee.Should().Be("off-2");
    }

    [Fact]
    public async Task Reassign_OnesOwnTask_GivesItToTheOther()
    {
        var task = await TaskAsync();
        await _host.Tasks.ClaimAsync(task.Id, Officer, default);

        (await _host.Tasks.ReassignAsync(task.Id, Officer, "off-2", default)).Problems.Should().BeEmpty();

        (await _host.Tasks.CompleteAsync(task.Id, Officer, "Classify", null, default))
            .Problems[0].Code.Should().Be("CF10172");
        var told = await _ports.Workflows.ReadJournalAsync(task.InstanceId, 0, 100, default);
        told.Where(row => row.What == JournalEvent.Assigned).Select(row => row.Detail).Should().Equal(
            $"{task.Id}: off-1 to off-1", $"{task.Id}: off-1 to off-2");
    }

    [Fact]
    public async Task Complete_WithAnUnknownOutcome_IsRefusedAndChangesNothing()
    {
        var task = await TaskAsync();

        var result = await _host.Tasks.CompleteAsync(task.Id, Officer, "Burn", null, default);

        result.Problems[0].Code.Should().Be("CF10171");
        (await _host.Tasks.FindAsync(task.Id, default))!.Assignee.Should().BeNull();
    }

    [Fact]
    public async Task Complete_ASecondTime_IsNotWaitedFor()
    {
        var task = await TaskAsync();

        (await _host.Tasks.CompleteAsync(task.Id, Officer, "File", null, default))
            .Status.Should().Be(WorkflowCommandStatus.Accepted);
        (await _host.Tasks.CompleteAsync(task.Id, Officer, "File", null, default))
            .Status.Should().Be(WorkflowCommandStatus.NotWaiting);
    }

    [Fact]
    public async Task Task_InWorkingDays_IsDueByThePacksCalendar()
    {
        var task = await TaskAsync();

        task.DueOn.Should().Be(new DateOnly(2026, 9, 17));
        task.Role.Should().Be("reception_officer");
        task.Outcomes.Should().Equal("Classify", "File");
    }

    private async Task<TaskRow> TaskAsync()
    {
        await _host.PublishAsync(["intake.json"]);
        var facts = ProcedureTests.Scenario("intake")["steps"]![0]!["open"]!.DeepClone().AsObject();
        var opened = await _host.Engine.ExecuteAsync(
            new OpenCase("open", Principal.System) { Facts = facts, Agency = "commune_a" }, default);
        opened.Problems.Should().BeEmpty();
        await _host.SettleAsync();
        return (await _host.Tasks.ListAsync(new TaskQuery(null, null, null, null, 10), default)).Single();
    }
}
