using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

public abstract partial class WorkflowContract
{
    private static readonly TaskQuery AllTasks = new(null, null, null, null, 9);

    [Fact]
    public async Task Task_ThatNamesNoAgency_IsOfThatOfItsCaseWhereverTheCaseGoes()
    {
        var id = Sample.Id(77);
        await GiveToAsync(0, "north");
        await GiveToAsync(1, "north");
        await TaskAsync("a", Monday, task => task with { CaseId = id.ToString() });
        await TaskAsync("b", Monday, task => task with { CaseId = id.ToString(), Agency = "named" });
        await TaskAsync("c", Monday, task => task with { CaseId = null });
        await TaskAsync("d", Monday, task => task with { CaseId = Sample.Id(78).ToString() });

        (await AgenciesAsync()).Should().Equal("a/1 north", "b/1 named", "c/1", "d/1");
        (await TasksAsync(AllTasks with { Agency = "north" })).Should().Equal("a/1");
        await GiveToAsync(2, "south");
        (await AgenciesAsync()).Should().Equal("a/1 south", "b/1 named", "c/1", "d/1");
        (await TasksAsync(AllTasks with { Agency = "north" })).Should().BeEmpty();
        (await TasksAsync(AllTasks with { Agency = "south" })).Should().Equal("a/1");
        (await Inbox.FindTaskAsync("a/1", default))!.Agency.Should().Be("south");
        await GiveToAsync(3, null);
        (await AgenciesAsync()).Should().Equal("a/1", "b/1 named", "c/1", "d/1");
    }

    [Fact]
    public async Task Tasks_WithinAScope_AreThoseOfItsPostsAgenciesAndRoles()
    {
        await TaskAsync("a", Monday, task => task with { Role = "chair", Agency = "north" });
        await TaskAsync("b", Monday, task => task with { Role = "clerk", Agency = "north" });
        await TaskAsync("c", Monday, task => task with { Role = "chair", Agency = "south" });
        await TaskAsync("d", Monday, task => task with { Role = "clerk", Agency = "south", Assignee = "off1" });
        await TaskAsync("e", Monday, task => task with { Role = "clerk", CaseId = null });
        await TaskAsync("f", Monday, task => task with { Role = "chair", CaseId = null });

        (await SeenAsync(["clerk"], [], [])).Should().Equal("e/1");
        (await SeenAsync(["clerk"], [("clerk", "north")], [])).Should().Equal("b/1", "e/1");
        (await SeenAsync([], [("clerk", "north"), ("chair", "south")], [])).Should().Equal("b/1", "c/1");
        (await SeenAsync([], [("chair", "north")], ["south"])).Should().Equal("a/1", "c/1", "d/1");
        (await SeenAsync([], [], [])).Should().BeEmpty();
        (await SeenAsync(["clerk"], [], [], isByRoleAlone: true)).Should().Equal("b/1", "d/1", "e/1");
        (await TasksAsync(AllTasks with { Assignee = "off1", Scope = new TaskScope([], [], ["north"], false) }))
            .Should().BeEmpty("every condition must hold");
    }

    [Fact]
    public async Task Receipt_OfACommit_IsFoundByHowItBegins()
    {
        await MustCommitAsync(WorkflowSample.Commit("a") with { Key = "start/x" });
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with { Key = "request/7/k/body_1%" });
        await MustCommitAsync(WorkflowSample.Commit("b") with { Key = "request/7/other/body" });

        (await Workflows.FindReceiptAsync("a", "request/7/k/", default)).Should().Be("request/7/k/body_1%");
        (await Workflows.FindReceiptAsync("a", "start/x", default)).Should().Be("start/x");
        (await Workflows.FindReceiptAsync("a", "request/7/other/", default)).Should().BeNull();
        (await Workflows.FindReceiptAsync("a", "request/7/K/", default)).Should().BeNull();
        (await Workflows.FindReceiptAsync("a", "request/_/", default)).Should().BeNull();
        (await Workflows.FindReceiptAsync("nowhere", "start/", default)).Should().BeNull();
    }

    private async Task GiveToAsync(int version, string? agency)
    {
        var commit = Sample.Commit(Sample.Id(77), "to-" + agency + version, version);
        (await stores!.Cases.CommitAsync(commit with { Case = commit.Case with { Agency = agency } }, default))
            .Should().Be(CommitOutcome.Committed);
    }

    private async Task<IEnumerable<string>> AgenciesAsync() =>
        (await Inbox.ListTasksAsync(AllTasks, default)).Select(row => $"{row.Id} {row.Agency}".TrimEnd());

    private Task<IEnumerable<string>> SeenAsync(
        string[] roles, (string, string)[] posts, string[] agencies, bool isByRoleAlone = false) =>
        TasksAsync(AllTasks with { Scope = new TaskScope(roles, posts, agencies, isByRoleAlone) });
}
