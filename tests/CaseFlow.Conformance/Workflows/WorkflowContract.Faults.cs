using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

/// <content>Commits that no instance could bring about: refused whole, by an exception.</content>
public abstract partial class WorkflowContract
{
    public static TheoryData<string> Faults => [.. FaultyCommits.Keys];

    private static readonly OutboxRow Sent = Sample.Message(Sample.Id(1), 1, 1, Sample.Start);

    /// <summary>
    /// Each is sound but for one thing; the instance stands at version 2 with bookmark 2, as 1 was burnt.
    /// </summary>
    private static readonly Dictionary<string, Func<InstanceCommit, InstanceCommit>> FaultyCommits =
        new(StringComparer.Ordinal)
        {
            ["a version is left out"] = commit => commit with { Instance = WorkflowSample.Row("a", 4) },
            ["a bookmark burns that was burnt"] = commit => commit with { Burnt = [2, 1] },
            ["a bookmark burns that never was"] = commit => commit with { Burnt = [99] },
            ["a bookmark burns twice"] = commit => commit with { Burnt = [2, 2] },
            ["a burnt bookmark comes back"] = commit => commit with
            {
                Waiting = [WorkflowSample.Waiting("a", 1, "e")],
            },
            ["a bookmark burns and waits"] = commit => commit with
            {
                Burnt = [2], Waiting = [WorkflowSample.Waiting("a", 2, "e")],
            },
            ["a bookmark waits twice"] = commit => commit with
            {
                Waiting = [WorkflowSample.Waiting("a", 5, "e"), WorkflowSample.Waiting("a", 5, "e")],
            },
            ["a bookmark of another instance"] = commit => commit with
            {
                Waiting = [WorkflowSample.Waiting("b", 1, "e")],
            },
            ["an incident of another instance"] = commit => commit with
            {
                Incidents = [WorkflowSample.Incident("b", 1)],
            },
            ["a task of another instance"] = commit => commit with { Tasks = [WorkflowSample.Task("b", 1)] },
            ["a task under another id"] = commit => commit with
            {
                Tasks = [WorkflowSample.Task("a", 2) with { Id = "a/3" }],
            },
            ["a task of no bookmark"] = commit => commit with { Tasks = [WorkflowSample.Task("a", 9)] },
            ["a task of a burnt bookmark"] = commit => commit with
            {
                Burnt = [2], Tasks = [WorkflowSample.Task("a", 2)],
            },
            ["two tasks of a bookmark"] = commit => commit with
            {
                Tasks = [WorkflowSample.Task("a", 2), WorkflowSample.Task("a", 2)],
            },
            ["a message of a case that is not there"] = commit => commit with
            {
                Outbox = [Sample.Message(Sample.Id(77), 1, 1, Sample.Start)],
            },
            ["a message under a key that was used"] = commit => commit with { Outbox = [Sent] },
            ["two messages under a key"] = commit => commit with
            {
                Outbox = [Sent with { Key = "n" }, Sent with { Key = "n" }],
            },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Commit_ThatNoInstanceBringsAbout_IsRefusedAndWritesNothing(string fault)
    {
        await OpenCaseAsync(Sample.Id(1));
        await MustCommitAsync(WorkflowSample.Commit("a") with
        {
            Waiting = [WorkflowSample.Waiting("a", 1, "e"), WorkflowSample.Waiting("a", 2, "e")],
            Journal = [WorkflowSample.Line("1")],
            Outbox = [Sent],
        });
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with { Burnt = [1] });
        var sound = WorkflowSample.Commit("a", expected: 2) with
        {
            Key = "k",
            Waiting = [WorkflowSample.Timer("a", 3, At(0))],
            Journal = [WorkflowSample.Line("2")],
            Incidents = [WorkflowSample.Incident("a", 1)],
            Outbox = [Sent with { Key = "new" }],
        };

        var act = () => CommitAsync(FaultyCommits[fault](sound));

        await act.Should().ThrowAsync<Exception>();
        (await FindAsync("a"))!.Version.Should().Be(2);
        (await BookmarksAsync("a")).Should().Equal(WorkflowSample.Waiting("a", 2, "e"));
        (await JournalAsync("a")).Should().HaveCount(1);
        (await Workflows.ListIncidentsAsync("a", 9, default)).Should().BeEmpty();
        (await TasksAsync(new TaskQuery(null, null, null, null, 9))).Should().BeEmpty();
        (await stores!.Outbox.CountWaitingAsync(default)).Should().Be(1);
        (await ClaimAsync(minute: 9)).Should().BeEmpty();
        await MustCommitAsync(sound);
    }

    [Fact]
    public async Task Commit_WithMessages_DeliversThemFromTheOutboxOfTheCases()
    {
        await OpenCaseAsync(Sample.Id(1));
        await MustCommitAsync(WorkflowSample.Commit("a") with { Outbox = [Sent, Sent with { Key = "a/2" }] });

        var claimed = await stores!.Outbox.ClaimAsync(At(0), Lease, 9, default);

        claimed.Select(lease => lease.Message).Should().Equal(Sent, Sent with { Key = "a/2" });
        (await stores.Outbox.CompleteAsync(claimed[0], At(0), default)).Should().BeTrue();
        (await stores.Outbox.CountWaitingAsync(default)).Should().Be(1);
    }

    private async Task OpenCaseAsync(CaseId id) =>
        (await stores!.Cases.CommitAsync(Sample.Commit(id, "open-" + id), default))
        .Should().Be(CommitOutcome.Committed);
}
