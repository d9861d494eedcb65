using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Tests.Kit;

/// <summary>
/// A store whose process dies after so many commits: the last one is durable, its answer never arrives.
/// </summary>
internal sealed class StoppingStore(ICaseStore inner, int commits, CancellationTokenSource stop) : ICaseStore
{
    private int _left = commits;

    public ValueTask<StoredCase?> FindAsync(CaseId id, CancellationToken cancellationToken) =>
        inner.FindAsync(id, cancellationToken);

    public ValueTask<StoredCase?> FindByTrackingAsync(TrackingCode tracking, CancellationToken cancellationToken) =>
        inner.FindByTrackingAsync(tracking, cancellationToken);

    public ValueTask<CommandReceipt?> FindReceiptAsync(string key, CancellationToken cancellationToken) =>
        inner.FindReceiptAsync(key, cancellationToken);

    public async ValueTask<CommitOutcome> CommitAsync(CaseCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await inner.CommitAsync(commit, cancellationToken);
        if (--_left == 0)
        {
            await stop.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }

        return outcome;
    }

    public ValueTask<IReadOnlyList<EventRow>> ReadEventsAsync(CaseId id, CancellationToken cancellationToken) =>
        inner.ReadEventsAsync(id, cancellationToken);

    public ValueTask<IReadOnlyList<CaseRow>> ListAsync(CaseQuery query, CancellationToken cancellationToken) =>
        inner.ListAsync(query, cancellationToken);

    public ValueTask<IReadOnlyDictionary<string, int>> CountOpenByPackAsync(CancellationToken cancellationToken) =>
        inner.CountOpenByPackAsync(cancellationToken);

    public ValueTask<IReadOnlySet<PetitionerReference>> HeldAsync(
        IReadOnlyCollection<PetitionerReference> references, CancellationToken cancellationToken) =>
        inner.HeldAsync(references, cancellationToken);
}
