using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Tests.Kit;

/// <summary>A store that fails to read one case until it is healed.</summary>
internal sealed class PoisonedStore(ICaseStore inner, CaseId poisoned) : ICaseStore
{
    public bool IsHealed { get; set; }

    public ValueTask<StoredCase?> FindAsync(CaseId id, CancellationToken cancellationToken) =>
        id == poisoned && !IsHealed
            ? throw new InvalidOperationException("poisoned")
            : inner.FindAsync(id, cancellationToken);

    public ValueTask<StoredCase?> FindByTrackingAsync(TrackingCode tracking, CancellationToken cancellationToken) =>
        inner.FindByTrackingAsync(tracking, cancellationToken);

    public ValueTask<CommandReceipt?> FindReceiptAsync(string key, CancellationToken cancellationToken) =>
        inner.FindReceiptAsync(key, cancellationToken);

    public ValueTask<CommitOutcome> CommitAsync(CaseCommit commit, CancellationToken cancellationToken) =>
        inner.CommitAsync(commit, cancellationToken);

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
