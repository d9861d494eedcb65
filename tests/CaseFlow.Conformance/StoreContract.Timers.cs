using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

public abstract partial class StoreContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private ITimerQueue Timers => stores!.Timers;

    [Fact]
    public async Task Claim_OfDueTimers_GivesTheEarliestFirstUpToTheLimit()
    {
        await OpenWithTimersAsync(1, ("breach/1", 3), ("step/1/overdue/late/1", 1));
        await OpenWithTimersAsync(2, ("breach/1", 2), ("end/1", 10));

        var claimed = await ClaimAsync(minute: 3, limit: 2);
        var rest = await ClaimAsync(minute: 3, limit: 9);

        claimed.Select(lease => (lease.CaseId, lease.Key)).Should().Equal(
            (Sample.Id(1), "step/1/overdue/late/1"), (Sample.Id(2), "breach/1"));
        claimed.Select(lease => lease.DueAt).Should().Equal(At(1), At(2));
        rest.Select(lease => lease.DueAt).Should().Equal(At(3));
    }

    [Fact]
    public async Task Claim_OfATimerDueAtThatVeryTick_TakesItAndOneTickEarlierDoesNot()
    {
        await OpenWithTimersAsync(1, ("breach/1", 5));

        (await Timers.ClaimDueAsync(At(5).AddTicks(-1), Lease, 10, default)).Should().BeEmpty();
        (await Timers.ClaimDueAsync(At(5), Lease, 10, default)).Should().ContainSingle();
    }

    [Fact]
    public async Task Claim_OfALeasedTimer_WaitsUntilTheLeaseRunsOutAndRaisesTheFence()
    {
        await OpenWithTimersAsync(1, ("breach/1", 0));
        var first = (await ClaimAsync(minute: 0)).Single();

        (await Timers.ClaimDueAsync(At(0) + Lease - TimeSpan.FromTicks(1), Lease, 10, default)).Should().BeEmpty();
        var second = (await Timers.ClaimDueAsync(At(0) + Lease, Lease, 10, default)).Single();

        second.Fence.Should().BeGreaterThan(first.Fence);
        second.DueAt.Should().Be(first.DueAt);
    }

    [Fact]
    public async Task Commit_UnderALeaseThatHolds_ReplacesTheTimers()
    {
        await OpenWithTimersAsync(1, ("breach/1", 0), ("step/1/overdue/late/1", 5));
        var lease = (await ClaimAsync(minute: 0)).Single();

        await MustCommitAsync(Sample.Commit(Sample.Id(1), "fired", expected: 1) with
        {
            Lease = lease,
            Timers = [new TimerRow(Sample.Id(1), "step/1/overdue/late/1", At(7))],
        });

        (await Timers.NextDueAsync(default)).Should().Be(At(7));
        (await ClaimAsync(minute: 6)).Should().BeEmpty();
        (await ClaimAsync(minute: 7)).Should().ContainSingle();
    }

    [Fact]
    public async Task Commit_OfAZombieWhoseTimerWasClaimedByAnother_IsRefusedAndWritesNothing()
    {
        await OpenWithTimersAsync(1, ("breach/1", 0));
        var zombie = (await ClaimAsync(minute: 0)).Single();
        var holder = (await ClaimAsync(minute: 10)).Single();
        var late = Sample.Commit(Sample.Id(1), "fired", expected: 1) with { Lease = zombie };

        (await CommitAsync(late)).Should().Be(CommitOutcome.LeaseLost);

        await MustHaveWrittenNothingAsync(late, before: 1);
        await MustCommitAsync(late with { Lease = holder });
    }

    [Fact]
    public async Task Commit_UnderALeaseOfATimerThatIsGone_IsRefused()
    {
        await OpenWithTimersAsync(1, ("breach/1", 0));
        var lease = (await ClaimAsync(minute: 0)).Single();
        await MustCommitAsync(Sample.Commit(Sample.Id(1), "met", expected: 1));

        var outcome = await CommitAsync(Sample.Commit(Sample.Id(1), "fired", expected: 2) with { Lease = lease });

        outcome.Should().Be(CommitOutcome.LeaseLost);
    }

    [Fact]
    public async Task Commit_UnderAnOldLeaseOfATimerThatCameBackUnderItsKey_IsRefused()
    {
        await OpenWithTimersAsync(1, ("breach/1", 0));
        var old = (await ClaimAsync(minute: 0)).Single();
        await MustCommitAsync(Sample.Commit(Sample.Id(1), "suspended", expected: 1));
        await MustCommitAsync(Sample.Commit(Sample.Id(1), "resumed", expected: 2) with
        {
            Timers = [new TimerRow(Sample.Id(1), "breach/1", At(1))],
        });
        (await ClaimAsync(minute: 1)).Should().ContainSingle();

        var outcome = await CommitAsync(Sample.Commit(Sample.Id(1), "fired", expected: 3) with { Lease = old });

        outcome.Should().Be(CommitOutcome.LeaseLost);
    }

    [Fact]
    public async Task Commit_OfATimerThatTurnedOutVoid_WritesReceiptAndTimersAndKeepsTheVersion()
    {
        var id = Sample.Id(1);
        await OpenWithTimersAsync(1, ("breach/1", 0), ("end/1", 9));
        var lease = (await ClaimAsync(minute: 0)).Single();

        await MustCommitAsync(Sample.Commit(id, "void") with
        {
            ExpectedVersion = 1,
            Events = [],
            Timers = [new TimerRow(id, "end/1", At(9))],
            Lease = lease,
        });

        (await FindAsync(id))!.Case.Version.Should().Be(1);
        (await Cases.FindReceiptAsync("void", default)).Should().NotBeNull();
        (await Timers.NextDueAsync(default)).Should().Be(At(9));
    }

    [Fact]
    public async Task Commit_OfAZombieOnAnOldVersion_HearsOfItsLeaseFirst()
    {
        await OpenWithTimersAsync(1, ("breach/1", 0));
        var lease = (await ClaimAsync(minute: 0)).Single();
        await MustCommitAsync(Sample.Commit(Sample.Id(1), "met", expected: 1));

        var outcome = await CommitAsync(Sample.Commit(Sample.Id(1), "fired", expected: 1) with { Lease = lease });

        outcome.Should().Be(CommitOutcome.LeaseLost);
    }

    [Fact]
    public async Task Commit_OfOneCase_LeavesTheTimersOfOthers()
    {
        await OpenWithTimersAsync(1, ("breach/1", 1));
        await OpenWithTimersAsync(2, ("breach/1", 2));

        await MustCommitAsync(Sample.Commit(Sample.Id(1), "met", expected: 1));

        (await ClaimAsync(minute: 9)).Select(lease => lease.CaseId).Should().Equal(Sample.Id(2));
    }

    [Fact]
    public async Task Postpone_OfAClaimedTimer_PutsItOffAndKeepsTheMomentItWasDue()
    {
        await OpenWithTimersAsync(1, ("breach/1", 0));
        var lease = (await ClaimAsync(minute: 0)).Single();

        await Timers.PostponeAsync(lease, At(60), default);

        (await ClaimAsync(minute: 59)).Should().BeEmpty();
        (await Timers.NextDueAsync(default)).Should().Be(At(60));
        (await ClaimAsync(minute: 60)).Single().DueAt.Should().Be(At(0));
    }

    [Fact]
    public async Task Postpone_UnderALostLease_DoesNothing()
    {
        await OpenWithTimersAsync(1, ("breach/1", 0));
        var lost = (await ClaimAsync(minute: 0)).Single();
        var holder = (await ClaimAsync(minute: 10)).Single();

        await Timers.PostponeAsync(lost, At(600), default);

        await MustCommitAsync(Sample.Commit(Sample.Id(1), "fired", expected: 1) with { Lease = holder });
    }

    [Fact]
    public async Task NextDue_OfClaimedTimers_StillNamesTheEarliest()
    {
        (await Timers.NextDueAsync(default)).Should().BeNull();
        await OpenWithTimersAsync(1, ("breach/1", 4), ("end/1", 2));

        await ClaimAsync(minute: 2);

        (await Timers.NextDueAsync(default)).Should().Be(At(2));
    }

    private static DateTimeOffset At(int minute) => Sample.Start.AddMinutes(minute);

    private async Task<IReadOnlyList<TimerLease>> ClaimAsync(int minute, int limit = 10) =>
        await Timers.ClaimDueAsync(At(minute), Lease, limit, default);

    private Task OpenWithTimersAsync(int number, params (string Key, int Minute)[] timers)
    {
        var id = Sample.Id(number);
        return MustCommitAsync(Sample.Commit(id, "open-" + id) with
        {
            Timers = [.. timers.Select(timer => new TimerRow(id, timer.Key, At(timer.Minute)))],
        });
    }
}
