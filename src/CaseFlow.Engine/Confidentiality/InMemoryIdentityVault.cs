using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Confidentiality;

/// <summary>The identity vault in memory. Safe from any thread.</summary>
public sealed class InMemoryIdentityVault(TimeProvider clock) : IIdentityVault
{
    private readonly Lock _gate = new();
    private readonly Dictionary<PetitionerReference, (PetitionerIdentity Identity, DateTimeOffset StoredAt)>
        _identities = [];

    /// <inheritdoc/>
    public ValueTask StoreAsync(
        PetitionerReference reference, PetitionerIdentity identity, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _identities.TryAdd(reference, (identity, clock.GetUtcNow()));
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public ValueTask<PetitionerIdentity?> FindAsync(PetitionerReference reference, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_identities.TryGetValue(reference, out var stored) ? stored.Identity : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PetitionerReference>> ListAsync(
        DateTimeOffset before, PetitionerReference? after, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<PetitionerReference>>(
            [
                .. _identities
                    .Where(stored => stored.Value.StoredAt < before)
                    .Where(stored => string.CompareOrdinal(stored.Key.Value, after?.Value) > 0)
                    .OrderBy(stored => stored.Key.Value, StringComparer.Ordinal)
                    .Take(limit)
                    .Select(stored => stored.Key),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(PetitionerReference reference, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _identities.Remove(reference);
            return ValueTask.CompletedTask;
        }
    }
}
