namespace CaseFlow.Engine.Storage;

/// <summary>A pack's files as they were when a case pinned it.</summary>
/// <param name="Hash">The pack's hash.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Files">Content by path relative to the pack.</param>
public sealed record ArchivedPack(string Hash, string Name, string Version, IReadOnlyDictionary<string, byte[]> Files);

/// <summary>A pack in the archive, without its files.</summary>
/// <param name="Hash">The pack's hash.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
public sealed record PackSummary(string Hash, string Name, string Version);

/// <summary>Where an activation came from.</summary>
public enum ActivationOrigin
{
    /// <summary>The host was started with another folder than before.</summary>
    Folder,

    /// <summary>Someone asked for it while the host ran.</summary>
    Request,
}

/// <summary>What an activation does with the cases that are open.</summary>
public enum OpenCasePolicy
{
    /// <summary>They keep the pack that they pin.</summary>
    Keep,

    /// <summary>
    /// Each goes over to the new pack and is assessed anew, as an event of its history; one that cannot keeps its pin.
    /// </summary>
    Repin,
}

/// <summary>That a pack became the current one: new cases pin it from then on. Kept for ever.</summary>
/// <param name="Number">Its place among all activations, from 1, without a gap.</param>
/// <param name="Hash">The pack's hash.</param>
/// <param name="FolderHash">
/// The hash over all files of the folder that the host was started with; tells later whether that folder has changed.
/// </param>
/// <param name="Origin">Where it came from.</param>
/// <param name="ActivatedAt">When, UTC.</param>
/// <param name="Principal">Who.</param>
/// <param name="Note">Why, in that person's words, or null.</param>
public sealed record PackActivation(
    int Number,
    string Hash,
    string FolderHash,
    ActivationOrigin Origin,
    DateTimeOffset ActivatedAt,
    string Principal,
    string? Note)
{
    /// <summary>The idempotency key of the request, unique; null for a folder.</summary>
    public string? Key { get; init; }

    /// <summary>SHA-256 over what was asked, hexadecimal: tells a repeat from a reuse of the key.</summary>
    public string? BodyHash { get; init; }

    /// <summary>What it does with the cases that are open.</summary>
    public OpenCasePolicy OpenCases { get; init; }

    /// <summary>
    /// The parameters that were changed in the text of another pack, as JSON: `[{"name":…,"before":…,"after":…}]`; null
    /// where a whole pack was given.
    /// </summary>
    public string? Parameters { get; init; }
}

/// <summary>How writing an activation came out. Anything but <see cref="Activated"/> wrote nothing.</summary>
public enum ActivationOutcome
{
    /// <summary>Files and activation are written and durable.</summary>
    Activated,

    /// <summary>Another activation has that number already.</summary>
    Stale,

    /// <summary>An activation with that key exists; read it.</summary>
    KeyExists,
}

/// <summary>
/// Keeps every pack that a case pins, so that it can be read for ever, and which of them is current since when.
/// </summary>
public interface IPackArchive
{
    /// <summary>Stores a pack; one with the same hash changes nothing.</summary>
    ValueTask SaveAsync(ArchivedPack pack, CancellationToken cancellationToken);

    /// <summary>
    /// Stores a pack and its activation in one durable transaction, or nothing. Where the archive has the hash with
    /// other files (the hash leaves out the data of calendars), the files given replace them.
    /// </summary>
    /// <param name="pack">The pack.</param>
    /// <param name="activation">The activation; its number must be the next.</param>
    /// <param name="cancellationToken">Stops waiting; what is written stays written.</param>
    ValueTask<ActivationOutcome> ActivateAsync(
        ArchivedPack pack, PackActivation activation, CancellationToken cancellationToken);

    /// <summary>The pack of a hash, or null.</summary>
    ValueTask<ArchivedPack?> FindAsync(string hash, CancellationToken cancellationToken);

    /// <summary>The activation of a key, or null.</summary>
    ValueTask<PackActivation?> FindActivationAsync(string key, CancellationToken cancellationToken);

    /// <summary>The newest activations, newest first.</summary>
    /// <param name="limit">1 and up.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    ValueTask<IReadOnlyList<PackActivation>> ActivationsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Every pack in the archive, in order of hash.</summary>
    ValueTask<IReadOnlyList<PackSummary>> ListAsync(CancellationToken cancellationToken);
}
