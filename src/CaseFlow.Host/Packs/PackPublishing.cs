using System.Text.Json;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Definitions;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Reloading;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.Packs;

/// <summary>A pack as a request names it: its files, or why there are none.</summary>
/// <param name="Source">The files; null where there is an error or a problem.</param>
/// <param name="Changes">The parameters changed in them.</param>
/// <param name="Error">Why there is no such pack, or null.</param>
/// <param name="Problems">Why its parameters cannot be changed so.</param>
internal sealed record NamedPack(
    IRuleSource? Source, IReadOnlyList<ParameterChange> Changes, HostError? Error, IReadOnlyList<FactProblem> Problems);

/// <summary>
/// Finds, makes and checks the packs that someone would publish; one at a time, so that checking stays small.
/// </summary>
internal sealed class PackPublishing(PackCatalogue packs) : IDisposable
{
    /// <summary>The role that may publish packs.</summary>
    public const string Role = "publish";

    private readonly SemaphoreSlim _checking = new(1, 1);

    /// <summary>An archived pack, with other values of parameters where there are any.</summary>
    /// <param name="hash">Its hash; null for the current one.</param>
    /// <param name="parameters">The values by name, in the JSON of facts.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async ValueTask<NamedPack> FindAsync(
        string? hash, IReadOnlyList<KeyValuePair<string, JsonElement>> parameters, CancellationToken cancellationToken)
    {
        var active = await packs.ActiveAsync(cancellationToken);
        var named = hash ?? active.Pack.Bound.Hash;
        if (await packs.FindWithFilesAsync(named, cancellationToken) is not var (pack, files))
        {
            return new NamedPack(null, [], new HostError(HostCodes.PackUnknown, named), []);
        }

        if (parameters.Count == 0)
        {
            return new NamedPack(files, [], null, []);
        }

        var edited = ParameterEdits.Apply(files, pack.Bound, parameters);
        return new NamedPack(edited.Source, edited.Changes, null, edited.Problems);
    }

    /// <summary>Checks a pack as a whole.</summary>
    public async ValueTask<PackCandidate> CheckAsync(
        IRuleSource source, IReadOnlyList<ParameterChange> changes, CancellationToken cancellationToken)
    {
        await _checking.WaitAsync(cancellationToken);
        try
        {
            return PackCandidate.Check(source, changes);
        }
        finally
        {
            _checking.Release();
        }
    }

    /// <summary>The changes that are for others to make: a parameter's owner is a role.</summary>
    public static IEnumerable<HostError> NotOwned(Principal principal, IEnumerable<ParameterChange> changes) =>
        from change in changes
        where change.Parameter.Owner is { } owner && !principal.HasAny([owner])
        select new HostError(HostCodes.OwnersParameter, change.Parameter.Name, change.Parameter.Owner!);

    /// <inheritdoc/>
    public void Dispose() => _checking.Dispose();
}
