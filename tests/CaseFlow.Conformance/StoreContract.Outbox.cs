using CaseFlow.Engine.Storage;

namespace CaseFlow.Conformance;

public abstract partial class StoreContract
{
    private IOutboxQueue Outbox => stores!.Outbox;

    [Fact]
    public async Task OutboxClaim_OfDueMessages_GivesTheOldestFirstWithEveryField()
    {
        var messages = await OpenWithMessagesAsync(0, 1, 50);

        var claimed = await ClaimMessagesAsync(minute: 1);

        claimed.Select(lease => lease.Message).Should().Equal(messages[0], messages[1]);
        claimed.Should().OnlyContain(lease => lease.Attempt == 1);
        (await Outbox.CountWaitingAsync(default)).Should().Be(3);
    }

    [Fact]
    public async Task OutboxClaim_UpToALimit_LeavesTheRest()
    {
        var messages = await OpenWithMessagesAsync(0, 1, 2);

        await Outbox.ClaimAsync(At(5), Lease, 2, default);

        (await ClaimMessagesAsync(minute: 5)).Select(lease => lease.Message).Should().Equal(messages[2]);
    }

    [Fact]
    public async Task OutboxComplete_OfAClaimedMessage_EndsIt()
    {
        await OpenWithMessagesAsync(0);
        var lease = (await ClaimMessagesAsync(minute: 0)).Single();

        (await Outbox.CompleteAsync(lease, At(0), default)).Should().BeTrue();

        (await ClaimMessagesAsync(minute: 600)).Should().BeEmpty();
        (await Outbox.CountWaitingAsync(default)).Should().Be(0);
        (await Outbox.CompleteAsync(lease, At(0), default)).Should().BeFalse();
    }

    [Fact]
    public async Task OutboxClaim_AfterTheLeaseRanOut_DeliversAgainUnderTheSameKey()
    {
        await OpenWithMessagesAsync(0);
        var dead = (await ClaimMessagesAsync(minute: 0)).Single();

        (await Outbox.ClaimAsync(At(0) + Lease - TimeSpan.FromTicks(1), Lease, 10, default)).Should().BeEmpty();
        var again = (await Outbox.ClaimAsync(At(0) + Lease, Lease, 10, default)).Single();

        again.Message.Should().Be(dead.Message);
        again.Attempt.Should().Be(2);
        again.Fence.Should().BeGreaterThan(dead.Fence);
        (await Outbox.CompleteAsync(dead, At(1), default)).Should().BeFalse();
        (await Outbox.CompleteAsync(again, At(1), default)).Should().BeTrue();
    }

    [Fact]
    public async Task OutboxRetry_OfAClaimedMessage_PutsItOff()
    {
        await OpenWithMessagesAsync(0);
        var lease = (await ClaimMessagesAsync(minute: 0)).Single();

        await Outbox.RetryAsync(lease, At(20), default);

        (await ClaimMessagesAsync(minute: 19)).Should().BeEmpty();
        var again = (await ClaimMessagesAsync(minute: 20)).Single();
        again.Message.Key.Should().Be(lease.Message.Key);
        again.Attempt.Should().Be(2);
    }

    [Fact]
    public async Task OutboxRetry_UnderALostLease_DoesNothing()
    {
        await OpenWithMessagesAsync(0);
        var lost = (await ClaimMessagesAsync(minute: 0)).Single();
        var holder = (await ClaimMessagesAsync(minute: 10)).Single();

        await Outbox.RetryAsync(lost, At(600), default);

        (await Outbox.CompleteAsync(holder, At(10), default)).Should().BeTrue();
    }

    private async Task<IReadOnlyList<OutboxLease>> ClaimMessagesAsync(int minute) =>
        await Outbox.ClaimAsync(At(minute), Lease, 10, default);

    private async Task<OutboxRow[]> OpenWithMessagesAsync(params int[] minutes)
    {
        var id = Sample.Id(1);
        OutboxRow[] messages = [.. minutes.Select((minute, index) => Sample.Message(id, 1, index, At(minute)))];
        await MustCommitAsync(Sample.Commit(id, "k1") with { Outbox = messages });
        return messages;
    }
}
