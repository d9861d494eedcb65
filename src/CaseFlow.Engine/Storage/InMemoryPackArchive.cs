namespace CaseFlow.Engine.Storage;

/// <summary>The pack archive in memory. Safe from any thread.</summary>
public sealed class InMemoryPackArchive : IPackArchive
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, ArchivedPack> _packs = new(StringComparer.Ordinal);
    private readonly List<PackActivation> _activations = [];

    /// <inheritdoc/>
    public ValueTask SaveAsync(ArchivedPack pack, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _packs.TryAdd(pack.Hash, pack);
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public ValueTask<ActivationOutcome> ActivateAsync(
        ArchivedPack pack, PackActivation activation, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (activation.Key is { } key && _activations.Exists(other => other.Key == key))
            {
                return ValueTask.FromResult(ActivationOutcome.KeyExists);
            }

            if (activation.Number != _activations.Count + 1)
            {
                return ValueTask.FromResult(ActivationOutcome.Stale);
            }

            _packs[pack.Hash] = pack;
            _activations.Add(activation);
            return ValueTask.FromResult(ActivationOutcome.Activated);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ArchivedPack?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_packs.GetValueOrDefault(hash));
        }
    }

    /// <inheritdoc/>
    public ValueTask<PackActivation?> FindActivationAsync(string key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_activations.Find(activation => activation.Key == key));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PackActivation>> ActivationsAsync(int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<PackActivation>>(
                [.. _activations.AsEnumerable().Reverse().Take(limit)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PackSummary>> ListAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<PackSummary>>(
                [.. _packs.Values.Select(pack => new PackSummary(pack.Hash, pack.Name, pack.Version))]);
        }
    }
}
