using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Bench.Storage;

/// <summary>Keeps every commit that an engine makes, in order, so that others can write the very same.</summary>
internal sealed class RecordingStore : ICaseStore
{
    private readonly InMemoryCaseStore inner = new();

    public List<CaseCommit> Commits { get; } = [];

    public ValueTask<StoredCase?> FindAsync(CaseId id, CancellationToken cancellationToken) =>
        inner.FindAsync(id, cancellationToken);

    public ValueTask<StoredCase?> FindByTrackingAsync(TrackingCode tracking, CancellationToken cancellationToken) =>
        inner.FindByTrackingAsync(tracking, cancellationToken);

    public ValueTask<CommandReceipt?> FindReceiptAsync(string key, CancellationToken cancellationToken) =>
        inner.FindReceiptAsync(key, cancellationToken);

    public ValueTask<CommitOutcome> CommitAsync(CaseCommit commit, CancellationToken cancellationToken)
    {
        Commits.Add(commit);
        return inner.CommitAsync(commit, cancellationToken);
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
