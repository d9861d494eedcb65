using System.Collections.Concurrent;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Engine.Definitions;

/// <summary>Where packs come from: the current one for new cases, the pinned one for each case.</summary>
public interface IPackCatalogue
{
    /// <summary>The pack that new cases pin; it is in the archive once this has answered.</summary>
    ValueTask<CasePack> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>The pack of a hash, or null where neither the archive nor this host has it.</summary>
    ValueTask<CasePack?> FindAsync(string hash, CancellationToken cancellationToken);
}

/// <summary>
/// A catalogue of one current pack and of all those in the archive, each read once. Safe to share between threads.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="current">The current pack.</param>
/// <param name="source">The files of the current pack.</param>
public sealed class PackCatalogue(IPackArchive archive, CasePack current, IRuleSource source) : IPackCatalogue
{
    private readonly ConcurrentDictionary<string, CasePack> _pinned = new(StringComparer.Ordinal);
    private volatile bool _isArchived;

    /// <inheritdoc/>
    public async ValueTask<CasePack> CurrentAsync(CancellationToken cancellationToken)
    {
        if (!_isArchived)
        {
            await archive.SaveAsync(CasePackReader.Archive(current, source), cancellationToken);
            _isArchived = true;
        }

        return current;
    }

    /// <inheritdoc/>
    public async ValueTask<CasePack?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        if (hash == current.Bound.Hash)
        {
            return current;
        }

        if (_pinned.TryGetValue(hash, out var known))
        {
            return known;
        }

        var archived = await archive.FindAsync(hash, cancellationToken);
        if (archived is null || CasePackReader.Read(new InMemoryRuleSource(archived.Files)).Pack is not { } pack)
        {
            return null;
        }

        return _pinned.GetOrAdd(hash, pack);
    }
}
