using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Procedures;

/// <summary>The inbox of human tasks, by the first task of the intake of a complaint.</summary>
public sealed class TaskDeskTests
{
    private const string Registered = "off-commune-a-reception-officer";

    // Two whom the portal vouches for, and one whom the register knows.
    private static readonly Principal Officer = new("off-1", ["reception_officer"]) { Agencies = ["commune_a"] };
    private static readonly Principal Other = new("off-2", ["reception_officer"]) { Agencies = ["commune_a"] };
    private static readonly Principal Head = new("off-commune-a-unit-head", ["unit_head"]);

    private static readonly TaskQuery Everything = new(null, null, null, null, 10);

    private readonly SkippingTimeProvider _clock = new(new DateTimeOffset(2026, 9, 14, 2, 0, 0, TimeSpan.Zero));
    private readonly ProcedurePorts _ports;
    private readonly ProcedureHost _host;

    public TaskDeskTests()
    {
        _ports = ProcedurePorts.InMemory(_clock);
        _host = new ProcedureHost(_ports, _clock, new CountingIds(), new Letterbox());
    }

    public static TheoryData<string, string[], string[]?> Strangers => new()
    {
        { "off-3", ["verifier"], ["commune_a"] },
        { "off-4", ["reception_officer"], ["commune_b"] },
        { "off-4", ["reception_officer"], null },
        { "off-commune-b-reception-officer", ["reception_officer"], null },
        { "off-province-unit-head", ["unit_head"], null },
        { Registered, ["verifier"], null },
    };

    [Theory]
    [MemberData(nameof(Strangers))]
    public async Task Task_OfAnotherAgencyOrRole_IsNotThere(string id, string[] roles, string[]? agencies)
    {
        var task = await TaskAsync();
        var stranger = new Principal(id, roles) { Agencies = agencies };

        (await _host.Tasks.FindAsync(task.Id, stranger, default)).Should().BeNull();
        (await ListAsync(stranger)).Should().BeEmpty();
        WorkflowResult[] answers =
        [
            await _host.Tasks.ClaimAsync(task.Id, stranger, default),
            await _host.Tasks.ReleaseAsync(task.Id, stranger, default),
            await _host.Tasks.ReassignAsync(task.Id, stranger, Registered, default),
            await _host.Tasks.CompleteAsync(task.Id, stranger, "File", null, default),
            await _host.Tasks.CompleteAsync(task.Id, stranger, "Burn", null, default),
        ];
        answers.Should().OnlyContain(answer =>
            answer.Status == WorkflowCommandStatus.NotWaiting && answer.InstanceId.Length == 0);
        (await _host.Tasks.FindAsync(task.Id, Principal.System, default))!.Assignee.Should().BeNull();
    }

    [Fact]
    public async Task Task_OfARoleInTheAgency_IsForWhomTheRegisterOrThePortalKnows()
    {
        var task = await TaskAsync();
        var registered = new Principal(Registered, ["reception_officer"]);

        task.Agency.Should().Be("commune_a");
        (await ListAsync(registered)).Should().Equal(task.Id);
        (await ListAsync(Officer)).Should().Equal(task.Id);
        (await ListAsync(Head)).Should().Equal(task.Id);
        (await _host.Tasks.ClaimAsync(task.Id, registered, default)).Problems.Should().BeEmpty();
    }

    [Fact]
    public async Task Head_WithoutTheTasksRole_HandsOnWhatOthersHaveAndCompletesNothing()
    {
        var task = await TaskAsync();
        await _host.Tasks.ClaimAsync(task.Id, Officer, default);

        (await _host.Tasks.ClaimAsync(task.Id, Head, default)).Problems[0].Code.Should().Be("CF10151");
        (await _host.Tasks.CompleteAsync(task.Id, Head, "File", null, default))
            .Problems[0].Code.Should().Be("CF10151");
        (await _host.Tasks.ReassignAsync(task.Id, Head, Registered, default)).Problems.Should().BeEmpty();
        (await _host.Tasks.FindAsync(task.Id, Head, default))!.Assignee.Should().Be(Registered);
        (await _host.Tasks.ReleaseAsync(task.Id, Head, default)).Problems.Should().BeEmpty();
        (await _host.Tasks.FindAsync(task.Id, Head, default))!.Assignee.Should().BeNull();
    }

    [Theory]
    [InlineData("off-2")]
    [InlineData("off-commune-a-verifier-1")]
    [InlineData("off-commune-b-reception-officer")]
    public async Task Reassign_ToWhoDoesNotHoldTheRoleThere_IsRefused(string to)
    {
        var task = await TaskAsync();

        var result = await _host.Tasks.ReassignAsync(task.Id, Officer, to, default);

        result.Status.Should().Be(WorkflowCommandStatus.Refused);
        result.Problems[0].Code.Should().Be("CF10155");
        result.Problems[0].Arguments.Should().Equal(to, "reception_officer", "commune_a");
    }

    [Fact]
    public async Task Complete_UnderAKey_IsRepeatedOnceAndNotReusedForSomethingElse()
    {
        var task = await TaskAsync();

        var first = await _host.Tasks.CompleteAsync(task.Id, Officer, "File", "why", default, "key");
        var again = await _host.Tasks.CompleteAsync(task.Id, Officer, "File", "why", default, "key");
        var other = await _host.Tasks.CompleteAsync(task.Id, Officer, "Classify", "why", default, "key");
        var result = await _host.Tasks.CompleteAsync(task.Id, Officer, "File", "else", default, "key");
        var another = await _host.Tasks.CompleteAsync(task.Id, Other, "File", "why", default, "key");

        (first.Status, first.Repeated).Should().Be((WorkflowCommandStatus.Accepted, false));
        (again.Status, again.Repeated).Should().Be((WorkflowCommandStatus.Accepted, true));
        other.Problems[0].Code.Should().Be("CF10166");
        result.Problems[0].Code.Should().Be("CF10166");
        another.Status.Should().Be(WorkflowCommandStatus.NotWaiting, "keys of different callers never meet");
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
        (await _host.Tasks.FindAsync(task.Id, Principal.System, default))!.Assignee.Should().Be("off-2");
    }

    [Fact]
    public async Task Reassign_OnesOwnTask_GivesItToTheOther()
    {
        var task = await TaskAsync();
        await _host.Tasks.ClaimAsync(task.Id, Officer, default);

        (await _host.Tasks.ReassignAsync(task.Id, Officer, Registered, default)).Problems.Should().BeEmpty();

        (await _host.Tasks.CompleteAsync(task.Id, Officer, "Classify", null, default))
            .Problems[0].Code.Should().Be("CF10172");
        var told = await _ports.Workflows.ReadJournalAsync(task.InstanceId, 0, 100, default);
        told.Where(row => row.What == JournalEvent.Assigned).Select(row => row.Detail).Should().Equal(
            $"{task.Id}: off-1 to off-1", $"{task.Id}: off-1 to {Registered}");
    }

    [Fact]
    public async Task Complete_WithAnUnknownOutcome_IsRefusedAndChangesNothing()
    {
        var task = await TaskAsync();

        var result = await _host.Tasks.CompleteAsync(task.Id, Officer, "Burn", null, default);

        result.Problems[0].Code.Should().Be("CF10171");
        (await _host.Tasks.FindAsync(task.Id, Principal.System, default))!.Assignee.Should().BeNull();
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
        return (await _ports.Inbox.ListTasksAsync(Everything, default)).Single();
    }

    private async Task<IEnumerable<string>> ListAsync(Principal principal) =>
        (await _host.Tasks.ListAsync(Everything, principal, default)).Select(task => task.Id);
}
