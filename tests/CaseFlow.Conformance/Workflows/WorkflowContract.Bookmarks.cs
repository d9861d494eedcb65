using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

public abstract partial class WorkflowContract
{
    [Fact]
    public async Task Bookmarks_OfAnInstance_AreThoseThatWaitByNumber()
    {
        await MustCommitAsync(WorkflowSample.Commit("a") with
        {
            Waiting =
            [
                WorkflowSample.Waiting("a", 3, "e"),
                WorkflowSample.Waiting("a", 1, "e", "case-1"),
                WorkflowSample.Timer("a", 2, At(1).AddTicks(1)),
            ],
        });
        await MustCommitAsync(WorkflowSample.Commit("b") with { Waiting = [WorkflowSample.Timer("b", 1, At(0))] });

        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with { Burnt = [3] });

        (await BookmarksAsync("a")).Should().Equal(
            WorkflowSample.Waiting("a", 1, "e", "case-1"), WorkflowSample.Timer("a", 2, At(1).AddTicks(1)));
        (await BookmarksAsync("c")).Should().BeEmpty();
    }

    [Fact]
    public async Task FindBookmarks_OfAKindAndKey_GivesThoseAloneByFirstCommitAndNumber()
    {
        await WaitAsync("z", WorkflowSample.Waiting("z", 1, "e"), WorkflowSample.Waiting("z", 2, "other"));
        await WaitAsync("a", WorkflowSample.Waiting("a", 2, "e"), WorkflowSample.Waiting("a", 1, "e"));
        await WaitAsync("m", WorkflowSample.Waiting("m", 1, "e") with { Kind = BookmarkKinds.Task });

        (await FoundAsync("e")).Should().Equal("z/1", "a/1", "a/2");
        (await FoundAsync("E")).Should().BeEmpty();
        (await FoundAsync("e", limit: 2)).Should().Equal("z/1", "a/1");
    }

    [Fact]
    public async Task FindBookmarks_WithACorrelation_GivesThoseAlone()
    {
        await WaitAsync("a", WorkflowSample.Waiting("a", 1, "e", "x"), WorkflowSample.Waiting("a", 2, "e", "y"));
        await WaitAsync("b", WorkflowSample.Waiting("b", 1, "e"), WorkflowSample.Waiting("b", 2, "e", "x"));

        (await FoundAsync("e", "x")).Should().Equal("a/1", "b/2");
        (await FoundAsync("e")).Should().Equal("a/1", "a/2", "b/1", "b/2");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("x")]
    public async Task FindBookmarks_PageByPageWhileTheyBurn_LeavesNoneOutAndRepeatsNone(string? correlation)
    {
        foreach (var id in new[] { "c", "a", "b" })
        {
            await WaitAsync(id, WorkflowSample.Waiting(id, 1, "e", "x"), WorkflowSample.Waiting(id, 2, "e", "x"));
        }

        var seen = new List<string>();
        BookmarkRow? after = null;
        while (await Workflows.FindBookmarksAsync(BookmarkKinds.Event, "e", correlation, after, 1, default)
            is [var next])
        {
            seen.Add(TaskRow.IdOf(next.InstanceId, next.Number));
            await MustCommitAsync(WorkflowSample.Commit(next.InstanceId, next.Number) with { Burnt = [next.Number] });
            after = next;
        }

        seen.Should().Equal("c/1", "c/2", "a/1", "a/2", "b/1", "b/2");
    }

    [Fact]
    public async Task FindBookmarks_OfAnEmptyKey_FindsNothing()
    {
        await WaitAsync("a", WorkflowSample.Timer("a", 1, At(0)));

        (await Workflows.FindBookmarksAsync(BookmarkKinds.Time, "", null, null, 9, default)).Should().BeEmpty();
        (await Queue.WakeAsync(BookmarkKinds.Time, "", At(0), default)).Should().Be(0);
    }

    [Fact]
    public async Task Commit_OfABookmarkWhoseMomentChanged_MovesItAndNothingElse()
    {
        await WaitAsync("a", WorkflowSample.Waiting("a", 1, "e", "x"));

        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with
        {
            Waiting = [new BookmarkRow("a", 1, BookmarkKinds.Time, "changed", "changed", At(3))],
        });

        (await BookmarksAsync("a")).Should().Equal(WorkflowSample.Waiting("a", 1, "e", "x") with { DueAt = At(3) });
        (await ClaimAsync(minute: 2)).Should().BeEmpty();
        (await ClaimAsync(minute: 3)).Should().ContainSingle();
    }

    private async Task WaitAsync(string id, params BookmarkRow[] waiting) =>
        await MustCommitAsync(WorkflowSample.Commit(id) with { Waiting = waiting });

    private async Task<IEnumerable<string>> FoundAsync(string key, string? correlation = null, int limit = 9) =>
        (await Workflows.FindBookmarksAsync(BookmarkKinds.Event, key, correlation, null, limit, default))
        .Select(row => TaskRow.IdOf(row.InstanceId, row.Number));
}
