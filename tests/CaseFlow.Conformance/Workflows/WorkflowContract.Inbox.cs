using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

public abstract partial class WorkflowContract
{
    private static readonly DateOnly Monday = new(2026, 7, 6);

    [Fact]
    public async Task Task_OfABookmark_IsFoundWithEveryFieldAndGoesWithIt()
    {
        var task = WorkflowSample.Task("a", 2, Monday) with { Assignee = "officer1", CreatedAt = At(0).AddTicks(1) };
        await MustCommitAsync(WorkflowSample.Commit("a") with
        {
            Waiting = [WorkflowSample.Waiting("a", 1, "e"), WorkflowSample.Waiting("a", 2, "officer")],
            Tasks = [task],
        });

        (await Inbox.FindTaskAsync("a/2", default)).Should().BeEquivalentTo(task);
        (await Inbox.FindTaskAsync("a/1", default)).Should().BeNull();
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with { Burnt = [1] });
        (await Inbox.FindTaskAsync("a/2", default)).Should().NotBeNull();
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 2) with { Burnt = [2] });
        (await Inbox.FindTaskAsync("a/2", default)).Should().BeNull();
        (await TasksAsync(new TaskQuery(null, null, null, null, 9))).Should().BeEmpty();
    }

    [Fact]
    public async Task Tasks_InTheInbox_AreThoseDueFirstAtTheTopAndThoseWithoutADayLast()
    {
        await TaskAsync("d", null);
        await TaskAsync("c", Monday.AddDays(2));
        await TaskAsync("b", Monday);
        await TaskAsync("a", Monday.AddDays(2));

        (await TasksAsync(new TaskQuery(null, null, null, null, 9))).Should().Equal("b/1", "a/1", "c/1", "d/1");
    }

    [Fact]
    public async Task Tasks_WithConditions_AreThoseThatMeetAllOfThem()
    {
        await TaskAsync("a", Monday, task => task with { Role = "chair" });
        await TaskAsync("b", Monday, task => task with { Assignee = "off1" });
        await TaskAsync("c", Monday, task => task with { CaseId = null, Assignee = "off1", Role = "chair" });

        (await TasksAsync(new TaskQuery("chair", null, null, null, 9))).Should().Equal("a/1", "c/1");
        (await TasksAsync(new TaskQuery(null, "off1", null, null, 9))).Should().Equal("b/1", "c/1");
        (await TasksAsync(new TaskQuery(null, null, "case-1", null, 9))).Should().Equal("a/1", "b/1");
        (await TasksAsync(new TaskQuery("officer", "off1", "case-1", null, 9))).Should().Equal("b/1");
        (await TasksAsync(new TaskQuery("chair", "off1", "case-1", null, 9))).Should().BeEmpty();
    }

    [Fact]
    public async Task Tasks_PageByPageWhileTheyAreCompleted_LeaveNoneOut()
    {
        foreach (var (id, day) in new (string, DateOnly?)[]
        {
            ("e", null), ("d", null), ("c", Monday.AddDays(1)), ("b", Monday), ("a", Monday),
        })
        {
            await TaskAsync(id, day);
        }

        var seen = new List<string>();
        TaskPlace? after = null;
        while (await Inbox.ListTasksAsync(new TaskQuery(null, null, null, after, 1), default) is [var task])
        {
            seen.Add(task.Id);
            after = task.Place;
            await MustCommitAsync(WorkflowSample.Commit(task.InstanceId, expected: 1) with { Burnt = [1] });
        }

        seen.Should().Equal("a/1", "b/1", "c/1", "d/1", "e/1");
    }

    [Fact]
    public async Task Assign_OfATaskAsItWasSeen_GivesItAndTellsTheJournal()
    {
        var task = await TaskAsync("a", Monday);
        var told = new JournalRow(At(1), "", JournalEvent.Assigned, "off1");

        (await Inbox.AssignTaskAsync(task, "off1", told, default)).Should().BeTrue();

        (await Inbox.FindTaskAsync("a/1", default)).Should().BeEquivalentTo(task with { Assignee = "off1" });
        (await JournalAsync("a")).Should().Equal(WorkflowSample.Line("opened"), told);
        (await FindAsync("a"))!.Version.Should().Be(1, "who is busy with the instance need not begin anew");
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with { Journal = [WorkflowSample.Line("next")] });
        (await JournalAsync("a")).Should().Equal(WorkflowSample.Line("opened"), told, WorkflowSample.Line("next"));
    }

    [Fact]
    public async Task Assign_OfATaskThatAnotherTookOrThatIsGone_IsRefusedAndTellsNothing()
    {
        var task = await TaskAsync("a", Monday);
        var told = new JournalRow(At(1), "", JournalEvent.Assigned, "x");
        await Inbox.AssignTaskAsync(task, "off1", told, default);

        (await Inbox.AssignTaskAsync(task, "off2", told, default)).Should().BeFalse();
        (await Inbox.AssignTaskAsync(task with { Assignee = "off1" }, null, told, default)).Should().BeTrue();
        (await Inbox.FindTaskAsync("a/1", default))!.Assignee.Should().BeNull();
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with { Burnt = [1] });
        (await Inbox.AssignTaskAsync(task, "off2", told, default)).Should().BeFalse();

        (await JournalAsync("a")).Should().HaveCount(3);
    }

    [Fact]
    public async Task Assign_OfOneTaskByManyAtOnce_GivesItToOne()
    {
        var task = await TaskAsync("a", Monday);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(async () =>
            await Inbox.AssignTaskAsync(
                task, "off" + n, new JournalRow(At(1), "", JournalEvent.Assigned, "off" + n), default))));

        outcomes.Count(isGiven => isGiven).Should().Be(1);
        (await JournalAsync("a")).Should().HaveCount(2);
    }

    private async Task<TaskRow> TaskAsync(string id, DateOnly? dueOn, Func<TaskRow, TaskRow>? change = null)
    {
        var task = WorkflowSample.Task(id, 1, dueOn);
        task = change?.Invoke(task) ?? task;
        await MustCommitAsync(WorkflowSample.Commit(id) with
        {
            Waiting = [WorkflowSample.Waiting(id, 1, task.Role) with { Kind = BookmarkKinds.Human }],
            Tasks = [task],
            Journal = [WorkflowSample.Line("opened")],
        });
        return task;
    }

    private async Task<IEnumerable<string>> TasksAsync(TaskQuery query) =>
        (await Inbox.ListTasksAsync(query, default)).Select(row => row.Id);
}
