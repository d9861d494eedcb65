using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Conformance.Workflows;

public abstract partial class WorkflowContract
{
    [Fact]
    public async Task Claim_OfDueBookmarks_GivesTheEarliestFirstUpToTheLimit()
    {
        await WaitAsync("b", WorkflowSample.Timer("b", 1, At(3)), WorkflowSample.Timer("b", 2, At(1)));
        await WaitAsync(
            "a",
            WorkflowSample.Timer("a", 1, At(1)),
            WorkflowSample.Timer("a", 2, At(10)),
            WorkflowSample.Waiting("a", 3, "e"));

        (await ClaimAsync(minute: 3, limit: 2)).Select(lease => lease.Bookmark).Should().Equal(
            WorkflowSample.Timer("b", 2, At(1)), WorkflowSample.Timer("a", 1, At(1)));
        (await ClaimAsync(minute: 3)).Select(lease => lease.Bookmark).Should().Equal(
            WorkflowSample.Timer("b", 1, At(3)));
    }

    [Fact]
    public async Task Claim_OfABookmarkDueAtThatVeryTick_TakesItAndOneTickEarlierDoesNot()
    {
        await WaitAsync("a", WorkflowSample.Timer("a", 1, At(5)));

        (await Queue.ClaimDueAsync(At(5).AddTicks(-1), Lease, 9, default)).Should().BeEmpty();
        (await Queue.ClaimDueAsync(At(5), Lease, 9, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task Claim_OfALeasedBookmark_WaitsUntilTheLeaseRunsOutAndCountsTheAttempt()
    {
        await WaitAsync("a", WorkflowSample.Timer("a", 1, At(0)));
        var first = (await ClaimAsync(minute: 0)).Single();

        (await Queue.ClaimDueAsync(At(0) + Lease - TimeSpan.FromTicks(1), Lease, 9, default)).Should().BeEmpty();
        var second = (await Queue.ClaimDueAsync(At(0) + Lease, Lease, 9, default)).Single();

        second.Fence.Should().BeGreaterThan(first.Fence);
        second.Bookmark.Should().Be(first.Bookmark);
        (first.Attempt, second.Attempt).Should().Be((1, 2));
    }

    [Fact]
    public async Task Claim_OfOneWhoseLeaseRanOut_ComesAfterThoseDueBeforeItsEnd()
    {
        await WaitAsync("a", WorkflowSample.Timer("a", 1, At(0)));
        await ClaimAsync(minute: 0);
        await WaitAsync("b", WorkflowSample.Timer("b", 1, At(0).AddSeconds(10)));

        (await ClaimAsync(minute: 5)).Select(lease => lease.Bookmark.InstanceId).Should().Equal("b", "a");
    }

    [Fact]
    public async Task Claim_AfterACommitThatBurntIt_DoesNotFindIt()
    {
        await WaitAsync("a", WorkflowSample.Timer("a", 1, At(0)), WorkflowSample.Timer("a", 2, At(1)));
        await ClaimAsync(minute: 0);

        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with { Burnt = [1] });

        (await ClaimAsync(minute: 60)).Single().Bookmark.Number.Should().Be(2);
    }

    [Fact]
    public async Task Commit_ThatSaysNothingOfAClaimedBookmark_LeavesItsLease()
    {
        await WaitAsync("a", WorkflowSample.Timer("a", 1, At(0)));
        var lease = (await ClaimAsync(minute: 0)).Single();

        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1));

        (await ClaimAsync(minute: 0)).Should().BeEmpty();
        await Queue.PostponeAsync(lease, At(9), failed: true, default);
        (await ClaimAsync(minute: 8)).Should().BeEmpty();
    }

    [Fact]
    public async Task Commit_ThatMovesAClaimedBookmark_EndsItsLeaseAndItsAttempts()
    {
        await WaitAsync("a", WorkflowSample.Timer("a", 1, At(0)));
        var lost = (await ClaimAsync(minute: 0)).Single();

        await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with
        {
            Waiting = [WorkflowSample.Timer("a", 1, At(0))],
        });
        await Queue.PostponeAsync(lost, At(9), failed: true, default);

        (await ClaimAsync(minute: 0)).Single().Attempt.Should().Be(1);
    }

    [Fact]
    public async Task Postpone_OfAFailure_PutsItOffAndCountsOn()
    {
        await WaitAsync("a", WorkflowSample.Timer("a", 1, At(0)));
        var lease = (await ClaimAsync(minute: 0)).Single();

        await Queue.PostponeAsync(lease, At(60), failed: true, default);

        (await ClaimAsync(minute: 59)).Should().BeEmpty();
        (await Queue.NextDueAsync(default)).Should().Be(At(60));
        var again = (await ClaimAsync(minute: 60)).Single();
        (again.Attempt, again.Bookmark.DueAt).Should().Be((2, At(60)));
    }

    [Fact]
    public async Task Postpone_OfWhatDidNotFail_CountsFromTheStart()
    {
        await WaitAsync("a", WorkflowSample.Timer("a", 1, At(0)));
        await Queue.PostponeAsync((await ClaimAsync(minute: 0)).Single(), At(1), failed: true, default);

        await Queue.PostponeAsync((await ClaimAsync(minute: 1)).Single(), At(2), failed: false, default);

        (await ClaimAsync(minute: 2)).Single().Attempt.Should().Be(1);
    }

    [Fact]
    public async Task Postpone_WithoutAMoment_WaitsUntilItIsWoken()
    {
        await WaitAsync("a", WorkflowSample.Waiting("a", 1, "e") with { DueAt = At(0) });
        await Queue.PostponeAsync((await ClaimAsync(minute: 0)).Single(), until: null, failed: false, default);

        (await Queue.NextDueAsync(default)).Should().BeNull();
        (await ClaimAsync(minute: 6000)).Should().BeEmpty();
        (await BookmarksAsync("a")).Single().DueAt.Should().BeNull();
        (await Queue.WakeAsync(BookmarkKinds.Event, "e", At(7), default)).Should().Be(1);
        (await ClaimAsync(minute: 7)).Single().Bookmark.DueAt.Should().Be(At(7));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Postpone_UnderALeaseThatWasLost_DoesNothing(bool isBurnt)
    {
        await WaitAsync("a", WorkflowSample.Timer("a", 1, At(0)));
        var lost = (await ClaimAsync(minute: 0)).Single();
        var holder = (await ClaimAsync(minute: 10)).Single();
        if (isBurnt)
        {
            await MustCommitAsync(WorkflowSample.Commit("a", expected: 1) with { Burnt = [1] });
        }

        await Queue.PostponeAsync(lost, At(600), failed: true, default);

        (await Queue.NextDueAsync(default)).Should().Be(isBurnt ? null : At(10) + Lease);
        await Queue.PostponeAsync(holder, At(20), failed: true, default);
        (await Queue.NextDueAsync(default)).Should().Be(isBurnt ? null : At(20));
    }

    [Fact]
    public async Task Postpone_Twice_CountsOnce()
    {
        await WaitAsync("a", WorkflowSample.Timer("a", 1, At(0)));
        var lease = (await ClaimAsync(minute: 0)).Single();

        await Queue.PostponeAsync(lease, At(5), failed: true, default);
        await Queue.PostponeAsync(lease, At(50), failed: true, default);

        (await Queue.NextDueAsync(default)).Should().Be(At(5));
    }

    [Fact]
    public async Task Wake_BetweenClaimAndPostpone_IsNotLost()
    {
        await WaitAsync("a", WorkflowSample.Waiting("a", 1, "case-1") with { DueAt = At(0) });
        var lease = (await ClaimAsync(minute: 0)).Single();

        (await Queue.WakeAsync(BookmarkKinds.Event, "case-1", At(0), default)).Should().Be(1);
        await Queue.PostponeAsync(lease, until: null, failed: false, default);

        var again = (await ClaimAsync(minute: 0)).Single();
        again.Fence.Should().BeGreaterThan(lease.Fence);
        again.Attempt.Should().Be(1);
    }

    [Fact]
    public async Task Wake_OfAKindAndKey_MakesThoseAloneDueAndKeepsAnEarlierMoment()
    {
        await WaitAsync("a", WorkflowSample.Waiting("a", 1, "e"), WorkflowSample.Waiting("a", 2, "other"));
        await WaitAsync(
            "b",
            WorkflowSample.Waiting("b", 1, "e") with { DueAt = At(2) },
            WorkflowSample.Waiting("b", 2, "e") with { DueAt = At(90) },
            WorkflowSample.Waiting("b", 3, "e") with { Kind = BookmarkKinds.Task });

        (await Queue.WakeAsync(BookmarkKinds.Event, "e", At(5), default)).Should().Be(3);
        (await Queue.WakeAsync(BookmarkKinds.Event, "none", At(5), default)).Should().Be(0);

        (await ClaimAsync(minute: 5)).Select(lease => (lease.Bookmark.InstanceId, lease.Bookmark.DueAt)).Should().Equal(
            ("b", At(2)), ("a", At(5)), ("b", At(5)));
    }

    [Fact]
    public async Task NextDue_OfBookmarksAndTriggers_IsTheEarliestAndOfAClaimedOneTheEndOfItsLease()
    {
        (await Queue.NextDueAsync(default)).Should().BeNull();
        await WaitAsync("a", WorkflowSample.Waiting("a", 1, "e"));
        (await Queue.NextDueAsync(default)).Should().BeNull();
        await WaitAsync("b", WorkflowSample.Timer("b", 1, At(4)));
        (await Queue.NextDueAsync(default)).Should().Be(At(4));
        var definition = WorkflowSample.Definition("d", 1);
        await Workflows.PublishAsync(definition, [WorkflowSample.Trigger(definition, "t", "", At(2))], default);
        (await Queue.NextDueAsync(default)).Should().Be(At(2));
        await Workflows.MoveTriggerAsync(WorkflowSample.Trigger(definition, "t", "", At(2)), null, default);

        await ClaimAsync(minute: 4);

        (await Queue.NextDueAsync(default)).Should().Be(At(4) + Lease);
    }
}
