using System.Collections.Concurrent;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules;
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
/// A catalogue of one current pack and of all those in the archive, each read once. Which pack is current is in the
/// archive: the newest activation holds until the folder that hosts are started with changes. Safe to share between
/// threads; for one process at a time.
/// </summary>
/// <param name="archive">The archive.</param>
/// <param name="folder">The pack of the folder that the host was started with.</param>
/// <param name="source">The files of that folder.</param>
/// <param name="clock">Tells when a pack is activated; null: the machine's clock.</param>
public sealed class PackCatalogue(
    IPackArchive archive, CasePack folder, IRuleSource source, TimeProvider? clock = null)
    : IPackCatalogue, IDisposable
{
    /// <summary>Who activates the pack of a folder.</summary>
    public const string FolderPrincipal = "folder";

    private readonly ConcurrentDictionary<string, CasePack> _pinned = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _changing = new(1, 1);
    private readonly string _folderHash = RulePack.ContentHash(source);
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private ActivePack? _active;
    private PackStart _start;

    /// <summary>Told after another pack has become current on request; a handler must return at once.</summary>
    public event EventHandler? Activated;

    /// <inheritdoc/>
    public async ValueTask<CasePack> CurrentAsync(CancellationToken cancellationToken) =>
        (await ActiveAsync(cancellationToken)).Pack;

    /// <summary>The current pack with its files and its activation.</summary>
    /// <exception cref="UnreadablePackException">This program cannot read the pack that is current.</exception>
    public async ValueTask<ActivePack> ActiveAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _active) is { } active)
        {
            return active;
        }

        await _changing.WaitAsync(cancellationToken);
        try
        {
            return await StartedAsync(cancellationToken);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <summary>Finds out which pack is current, where nobody has asked yet, and tells how it was found.</summary>
    public async ValueTask<PackStart> StartAsync(CancellationToken cancellationToken)
    {
        await ActiveAsync(cancellationToken);
        return _start;
    }

    /// <summary>The files of a pack that is current or archived, or null.</summary>
    public async ValueTask<(CasePack Pack, IRuleSource Files)?> FindWithFilesAsync(
        string hash, CancellationToken cancellationToken)
    {
        var active = await ActiveAsync(cancellationToken);
        return hash == active.Pack.Bound.Hash
            ? (active.Pack, active.Source)
            : await ReadAsync(hash, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<CasePack?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        var active = await ActiveAsync(cancellationToken);
        if (hash == active.Pack.Bound.Hash)
        {
            return active.Pack;
        }

        if (_pinned.TryGetValue(hash, out var known))
        {
            return known;
        }

        return await ReadAsync(hash, cancellationToken) is var (pack, _) ? _pinned.GetOrAdd(hash, pack) : null;
    }

    /// <summary>
    /// Makes a pack the current one: files and activation are durable before the first case can pin it. Cases keep the
    /// pack that they pin. Of two requests at once that saw the same pack as current, one comes to be stale.
    /// </summary>
    public async ValueTask<ActivationResult> ActivateAsync(
        ActivationRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await _changing.WaitAsync(cancellationToken);
        try
        {
            var active = await StartedAsync(cancellationToken);
            if (await archive.FindActivationAsync(request.Key, cancellationToken) is { } before)
            {
                var isSame = before.BodyHash == request.BodyHash;
                return new ActivationResult(isSame ? ActivationStatus.Repeated : ActivationStatus.KeyReused, before);
            }

            if (request.ExpectedCurrent != active.Pack.Bound.Hash)
            {
                return new ActivationResult(ActivationStatus.Stale, active.Activation);
            }

            return RulePack.ContentHash(request.Source) == RulePack.ContentHash(active.Source)
                ? new ActivationResult(ActivationStatus.Unchanged, active.Activation)
                : await WriteAsync(request, active, cancellationToken);
        }
        finally
        {
            _changing.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _changing.Dispose();

    private async ValueTask<ActivationResult> WriteAsync(
        ActivationRequest request, ActivePack active, CancellationToken cancellationToken)
    {
        var activation = Activation(
            active.Activation.Number + 1, request.Pack, ActivationOrigin.Request, request.Principal) with
        {
            Note = request.Note,
            Key = request.Key,
            BodyHash = request.BodyHash,
            OpenCases = request.OpenCases,
            Parameters = request.Parameters,
        };
        var archived = CasePackReader.Archive(request.Pack, request.Source);
        if (await archive.ActivateAsync(archived, activation, cancellationToken) != ActivationOutcome.Activated)
        {
            return new ActivationResult(ActivationStatus.Stale, active.Activation);
        }

        Become(new ActivePack(request.Pack, request.Source, activation));
        Activated?.Invoke(this, EventArgs.Empty);
        return new ActivationResult(ActivationStatus.Activated, activation);
    }

    // Called by one at a time.
    private async ValueTask<ActivePack> StartedAsync(CancellationToken cancellationToken)
    {
        if (_active is { } known)
        {
            return known;
        }

        var last = (await archive.ActivationsAsync(1, cancellationToken)).FirstOrDefault();
        if (last is not null && last.FolderHash == _folderHash)
        {
            return Become(await AsBeforeAsync(last, cancellationToken));
        }

        var isRequested = last is { Origin: ActivationOrigin.Request };
        _start = isRequested ? PackStart.FolderChanged : PackStart.FolderAsBefore;
        var activation = Activation((last?.Number ?? 0) + 1, folder, ActivationOrigin.Folder, FolderPrincipal);
        var archived = CasePackReader.Archive(folder, source);
        return await archive.ActivateAsync(archived, activation, cancellationToken) == ActivationOutcome.Activated
            ? Become(new ActivePack(folder, source, activation))
            : throw new InvalidOperationException("Another process activates packs in this archive.");
    }

    private async ValueTask<ActivePack> AsBeforeAsync(PackActivation last, CancellationToken cancellationToken)
    {
        if (last.Origin == ActivationOrigin.Folder)
        {
            _start = PackStart.FolderAsBefore;
            return new ActivePack(folder, source, last);
        }

        if (await ReadAsync(last.Hash, cancellationToken) is var (pack, files))
        {
            _start = PackStart.Activated;
            return new ActivePack(pack, files, last);
        }

        // Going on with another pack would decide new cases by rules that nobody asked for.
        throw new UnreadablePackException(last);
    }

    private ActivePack Become(ActivePack next)
    {
        if (_active is { } before)
        {
            _pinned[before.Pack.Bound.Hash] = before.Pack;
        }

        _pinned.TryRemove(next.Pack.Bound.Hash, out _);
        Volatile.Write(ref _active, next);
        return next;
    }

    private async ValueTask<(CasePack Pack, IRuleSource Files)?> ReadAsync(
        string hash, CancellationToken cancellationToken)
    {
        if (await archive.FindAsync(hash, cancellationToken) is not { } archived)
        {
            return null;
        }

        var files = new InMemoryRuleSource(archived.Files);
        return CasePackReader.Read(files).Pack is { } pack ? (pack, files) : null;
    }

    private PackActivation Activation(int number, CasePack pack, ActivationOrigin origin, string principal) =>
        new(number, pack.Bound.Hash, _folderHash, origin, _clock.GetUtcNow(), principal, null);
}
