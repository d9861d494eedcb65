using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

public abstract partial class WorkflowContract
{
    [Fact]
    public async Task Commit_OfANewInstance_IsFoundWithEveryField()
    {
        var row = WorkflowSample.Row("a") with
        {
            Name = "Đơn số 1", CorrelationId = "case-1", Status = WorkflowSubStatus.Faulted,
            ChangedAt = Sample.Start.AddTicks(7),
        };

        await MustCommitAsync(WorkflowSample.Commit("a") with { Instance = row });

        var found = await FindAsync("a");
        (found! with { State = default }).Should().Be(row with { State = default });
        found.State.ToArray().Should().Equal(WorkflowSample.StateOf("a", 1));
        (await FindAsync("b")).Should().BeNull();
    }

    [Fact]
    public async Task Commit_OfAnInstanceThatExists_ReplacesAllOfItsRow()
    {
        await MustCommitAsync(WorkflowSample.Commit("a"));
        var next = WorkflowSample.Row("a", 2) with
        {
            Name = "n", CorrelationId = "c", Status = WorkflowSubStatus.Finished, VersionId = "intake-v2",
            DefinitionId = "other", ChangedAt = At(5),
        };

        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with { Instance = next });

        var found = await FindAsync("a");
        (found! with { State = default }).Should().Be(next with { State = default });
        found.State.ToArray().Should().Equal(WorkflowSample.StateOf("a", 2));
        (await ListedAsync(new InstanceQuery("other", null, "c", null, 9))).Should().Equal("a");
        (await ListedAsync(new InstanceQuery(null, WorkflowSubStatus.Suspended, null, null, 9))).Should().BeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Commit_OnAnotherVersionThanExpected_ConflictsAndWritesNothing(int expected)
    {
        await MustCommitAsync(Full("a", 0, bookmark: 1));
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1));

        var outcome = await CommitAsync(Full("a", expected, bookmark: 2));

        outcome.Should().Be(InstanceCommitOutcome.VersionConflict);
        await MustHoldOneFullCommitAsync("a", version: 2);
    }

    [Fact]
    public async Task Commit_OfAnInstanceThatIsNotThereAtAVersion_Conflicts()
    {
        var outcome = await CommitAsync(WorkflowSample.Commit("a", expected: 1));

        outcome.Should().Be(InstanceCommitOutcome.VersionConflict);
        (await FindAsync("a")).Should().BeNull();
    }

    [Fact]
    public async Task Commit_UnderAKeyThatTookEffect_IsRefusedAtAnyVersionAndWritesNothing()
    {
        await MustCommitAsync(Full("a", 0, bookmark: 1) with { Key = "event/7" });
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1));

        var outcomes = new[]
        {
            await CommitAsync(Full("a", 2, bookmark: 2) with { Key = "event/7" }),
            await CommitAsync(Full("a", 1, bookmark: 2) with { Key = "event/7" }),
            await CommitAsync(Full("a", 0, bookmark: 2) with { Key = "event/7" }),
        };

        outcomes.Should().OnlyContain(outcome => outcome == InstanceCommitOutcome.KeyExists);
        await MustHoldOneFullCommitAsync("a", version: 2);
    }

    [Fact]
    public async Task Commit_UnderAKeyOfAnotherInstanceOrOfAConflict_TakesEffect()
    {
        await MustCommitAsync(WorkflowSample.Commit("a") with { Key = "event/7" });
        await MustCommitAsync(WorkflowSample.Commit("b") with { Key = "event/7" });
        await CommitAsync(WorkflowSample.Commit("b", expected: 5) with { Key = "event/8" });

        await MustCommitAsync(WorkflowSample.Commit("b", expected: 1) with { Key = "event/8" });
    }

    [Fact]
    public async Task Commit_WithoutAKey_CanFollowOthersWithoutOne()
    {
        await MustCommitAsync(WorkflowSample.Commit("a"));
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1));
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 2));

        (await FindAsync("a"))!.Version.Should().Be(3);
    }

    [Fact]
    public async Task Journal_OfSeveralCommits_IsReadInOrderFromAnyLineOn()
    {
        await MustCommitAsync(WorkflowSample.Commit("a") with
        {
            Journal = [WorkflowSample.Line("1"), new JournalRow(At(1), "", JournalEvent.Started, Detail: null)],
        });
        await MustCommitAsync(WorkflowSample.Commit("b") with { Journal = [WorkflowSample.Line("other")] });
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1));
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 2) with { Journal = [WorkflowSample.Line("3")] });

        (await JournalAsync("a")).Should().Equal(
            WorkflowSample.Line("1"),
            new JournalRow(At(1), "", JournalEvent.Started, Detail: null),
            WorkflowSample.Line("3"));
        (await Workflows.ReadJournalAsync("a", 1, 1, default)).Single().What.Should().Be(JournalEvent.Started);
        (await Workflows.ReadJournalAsync("a", 2, 9, default)).Should().Equal(WorkflowSample.Line("3"));
        (await Workflows.ReadJournalAsync("a", 3, 9, default)).Should().BeEmpty();
        (await JournalAsync("c")).Should().BeEmpty();
    }

    [Fact]
    public async Task Journal_OfEveryEvent_IsReadAsItWasWritten()
    {
        JournalRow[] lines = [.. Enum.GetValues<JournalEvent>().Select(what => new JournalRow(At(0), "n", what, null))];

        await MustCommitAsync(WorkflowSample.Commit("a") with { Journal = lines });

        (await JournalAsync("a")).Should().Equal(lines);
    }

    [Fact]
    public async Task Incidents_OfAnInstance_AreListedNewestFirstAndOfAllOnlyTheOpenOnes()
    {
        var resolved = WorkflowSample.Incident("a", 1) with { ResolvedAt = At(9) };
        await MustCommitAsync(WorkflowSample.Commit("a") with
        {
            Incidents = [WorkflowSample.Incident("a", 1), WorkflowSample.Incident("a", 2, minute: 2)],
        });
        await MustCommitAsync(WorkflowSample.Commit("b") with { Incidents = [WorkflowSample.Incident("b", 1, 1)] });
        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with { Incidents = [resolved] });

        (await Workflows.ListIncidentsAsync("a", 9, default)).Should()
            .BeEquivalentTo([WorkflowSample.Incident("a", 2, 2), resolved], all => all.WithStrictOrdering());
        (await Workflows.ListIncidentsAsync(null, 9, default)).Should().BeEquivalentTo(
            [WorkflowSample.Incident("a", 2, 2), WorkflowSample.Incident("b", 1, 1)],
            all => all.WithStrictOrdering());
        (await Workflows.ListIncidentsAsync(null, 1, default)).Single().Number.Should().Be(2);
        (await Workflows.ListIncidentsAsync("c", 9, default)).Should().BeEmpty();
    }

    /// <summary>A commit with something in every table.</summary>
    private static InstanceCommit Full(string id, int expected, int bookmark) =>
        WorkflowSample.Commit(id, expected) with
        {
            Waiting = [WorkflowSample.Timer(id, bookmark, At(0))],
            Journal = [WorkflowSample.Line("line")],
            Incidents = [WorkflowSample.Incident(id, bookmark)],
            Tasks = [WorkflowSample.Task(id, bookmark)],
        };

    private async Task MustHoldOneFullCommitAsync(string id, int version)
    {
        (await FindAsync(id))!.Version.Should().Be(version);
        (await BookmarksAsync(id)).Should().Equal(WorkflowSample.Timer(id, 1, At(0)));
        (await JournalAsync(id)).Should().HaveCount(1);
        (await Workflows.ListIncidentsAsync(id, 9, default)).Should().HaveCount(1);
        (await TasksAsync(new TaskQuery(null, null, null, null, 9))).Should().Equal(TaskRow.IdOf(id, 1));
        (await ClaimAsync(minute: 0)).Should().ContainSingle();
    }
}
