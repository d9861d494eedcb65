using System.Collections.Concurrent;

namespace CaseFlow.Engine.Storage;

/// <summary>The pack archive in memory. Safe from any thread.</summary>
public sealed class InMemoryPackArchive : IPackArchive
{
    private readonly ConcurrentDictionary<string, ArchivedPack> _packs = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask SaveAsync(ArchivedPack pack, CancellationToken cancellationToken)
    {
        _packs.TryAdd(pack.Hash, pack);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask<ArchivedPack?> FindAsync(string hash, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_packs.GetValueOrDefault(hash));
}
