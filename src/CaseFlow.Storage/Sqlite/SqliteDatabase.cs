using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Sqlite;

/// <summary>
/// One database file: one writer whose commits are durable when they answer (WAL, synchronous=FULL), and readers that
/// never wait for it. Safe from any thread.
/// </summary>
internal sealed class SqliteDatabase : IDisposable
{
    /// <summary>More readers than this are opened at need and closed after use.</summary>
    private const int IdleReaders = 8;

    private static readonly string[] WriterSettings =
    [
        "PRAGMA busy_timeout = 5000",
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "PRAGMA foreign_keys = ON",
        "PRAGMA temp_store = MEMORY",
        "PRAGMA cache_size = -16384",
        "PRAGMA journal_size_limit = 67108864",
    ];

    private readonly ConcurrentBag<SqliteSession> idle = [];
    private readonly WriteQueue writes;

    private SqliteDatabase(string path, SqliteSession writer)
    {
        Path = path;
        writes = new WriteQueue(writer, path);
    }

    public string Path { get; }

    /// <summary>Opens the file, made where it is absent, and brings it to the program's schema.</summary>
    /// <exception cref="StorageException">The path, the disk or the file does not allow it.</exception>
    /// <param name="path">The file.</param>
    /// <param name="schema">The folder of its migrations.</param>
    /// <param name="settings">Further PRAGMAs of the writer.</param>
    /// <param name="now">Recorded beside each migration that is applied.</param>
    public static SqliteDatabase Open(string path, string schema, IReadOnlyList<string> settings, DateTimeOffset now)
    {
        SQLitePCL.Batteries_V2.Init();
        SqliteSession? writer = null;
        try
        {
            MakePrivate(path);
            writer = new SqliteSession(path, [.. WriterSettings, .. settings]);
            MustBeDurable(writer, path);
            Migrator.Migrate(writer, path, schema, now);
            return new SqliteDatabase(path, writer);
        }
        catch (SqliteException fault)
        {
            writer?.Dispose();
            throw SqliteFaults.Translate(fault, path);
        }
        catch (StorageException)
        {
            writer?.Dispose();
            throw;
        }
    }

    /// <summary>Reads with a session of its own; several reads that must agree go through its snapshot.</summary>
    public T Read<T>(Func<SqliteSession, T> read)
    {
        var session = idle.TryTake(out var free) ? free : OpenReader();
        try
        {
            return read(session);
        }
        catch (SqliteException fault)
        {
            throw SqliteFaults.Translate(fault, Path);
        }
        finally
        {
            Return(session);
        }
    }

    /// <summary>Writes in a durable transaction, shared with whoever writes at the same time.</summary>
    public ValueTask<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken) =>
        new(writes.WriteAsync(work, cancellationToken));

    /// <summary>Closes all connections; the last one folds the log into the file.</summary>
    public void Dispose()
    {
        while (idle.TryTake(out var session))
        {
            session.Dispose();
        }

        writes.Dispose();
    }

    private SqliteSession OpenReader()
    {
        try
        {
            return new SqliteSession(Path, ["PRAGMA query_only = ON"]);
        }
        catch (SqliteException fault)
        {
            throw SqliteFaults.Translate(fault, Path);
        }
    }

    private void Return(SqliteSession session)
    {
        if (idle.Count < IdleReaders)
        {
            idle.Add(session);
        }
        else
        {
            session.Dispose();
        }
    }

    /// <summary>INVARIANT: what a commit acknowledges has reached the disk, which WAL and FULL together give.</summary>
    private static void MustBeDurable(SqliteSession writer, string path)
    {
        const long Full = 2;
        if (writer.Prepare("PRAGMA journal_mode").Scalar() is not "wal"
            || writer.Prepare("PRAGMA synchronous").Scalar() is not Full)
        {
            throw new StorageException(StorageCodes.NotDurable, [path]);
        }
    }

    /// <summary>
    /// Makes the file readable by its owner alone before anything is in it; SQLite gives its log the same rights.
    /// </summary>
    private static void MakePrivate(string path)
    {
        var rights = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            rights.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var file = new FileStream(path, rights);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new StorageException(StorageCodes.NotWritable, [path], fault);
        }
        catch (IOException fault)
        {
            throw new StorageException(StorageCodes.CannotOpen, [path], fault);
        }
    }
}
