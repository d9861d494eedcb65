namespace CaseFlow.Storage.Sqlite;

/// <summary>Where and how the embedded store keeps its files.</summary>
public sealed record SqliteOptions
{
    /// <summary>
    /// Folder of the files; made where it is absent. <value>Default: `data`, relative to the working directory.</value>
    /// </summary>
    public string Directory { get; init; } = "data";

    /// <summary>
    /// Largest size of each database file in bytes; a command that would pass it is refused with CF9004 and the store
    /// goes on.
    /// <value>Default: null, bounded by the disk alone.</value>
    /// </summary>
    public long? MaximumBytes { get; init; }

    /// <summary>The file of cases and their histories.</summary>
    public string CasesPath => Path.Combine(Directory, "caseflow.db");

    /// <summary>The file of petitioners' identities.</summary>
    public string VaultPath => Path.Combine(Directory, "vault.db");

    /// <summary>The file whose lock keeps other processes out.</summary>
    public string LockPath => Path.Combine(Directory, "caseflow.lock");
}
