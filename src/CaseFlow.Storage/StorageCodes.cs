namespace CaseFlow.Storage;

/// <summary>
/// The catalogue of what storage answers with; the words stand in `StorageMessages.resx`. Host codes start at CF9101.
/// </summary>
public static class StorageCodes
{
    /// <summary>Another process holds the folder. Argument: the lock file.</summary>
    public const string HeldByAnotherProcess = "CF9001";

    /// <summary>A file or folder cannot be made or opened. Argument: its path.</summary>
    public const string CannotOpen = "CF9002";

    /// <summary>A file is there but cannot be written. Argument: its path.</summary>
    public const string NotWritable = "CF9003";

    /// <summary>The disk is full, or the file has reached the limit that was set. Argument: its path.</summary>
    public const string DiskFull = "CF9004";

    /// <summary>
    /// The device failed to read or write; whether the last command was stored is not known. Argument: its path.
    /// </summary>
    public const string DeviceFailed = "CF9005";

    /// <summary>The file is damaged, or is no database of CaseFlow. Argument: its path.</summary>
    public const string NotACaseFlowDatabase = "CF9006";

    /// <summary>
    /// The file was written by a newer program. Arguments: its path, its schema version, the program's.
    /// </summary>
    public const string NewerThanTheProgram = "CF9007";

    /// <summary>Another program keeps the file locked. Argument: its path.</summary>
    public const string Busy = "CF9008";

    /// <summary>
    /// The database refused for a reason that none of the others names. Arguments: its path, SQLite's error number.
    /// </summary>
    public const string Refused = "CF9009";

    /// <summary>
    /// A migration of the schema failed and was undone. Arguments: the file's path, the migration's name.
    /// </summary>
    public const string MigrationFailed = "CF9010";

    /// <summary>The disk does not allow the log that makes commits durable. Argument: the file's path.</summary>
    public const string NotDurable = "CF9011";

    /// <summary>Every code above, for the catalogue's tests.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        HeldByAnotherProcess, CannotOpen, NotWritable, DiskFull, DeviceFailed,
        NotACaseFlowDatabase, NewerThanTheProgram, Busy, Refused, MigrationFailed, NotDurable,
    ];
}
