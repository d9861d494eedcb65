using System.Globalization;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite.Workflows;

namespace CaseFlow.Storage.Sqlite;

/// <summary>
/// All ports on two SQLite files in one folder: `caseflow.db` and, apart from it, `vault.db`. While it is open, no
/// other process can open the folder. Safe from any thread; writes are durable when they answer.
/// </summary>
public sealed class SqliteStorage : IDisposable
{
    private const long PageBytes = 4096;

    private readonly FolderLock held;
    private readonly SqliteDatabase cases;
    private readonly SqliteDatabase vault;

    private SqliteStorage(FolderLock held, SqliteDatabase cases, SqliteDatabase vault, TimeProvider clock)
    {
        this.held = held;
        this.cases = cases;
        this.vault = vault;
        Cases = new SqliteCaseStore(cases);
        Timers = new SqliteTimerQueue(cases);
        Outbox = new SqliteOutboxQueue(cases);
        Packs = new SqlitePackArchive(cases);
        Workflows = new SqliteWorkflowStore(cases);
        Bookmarks = new SqliteWorkflowQueue(cases);
        Inbox = new SqliteTaskInbox(cases);
        Vault = new SqliteIdentityVault(vault, clock);
    }

    /// <summary>Cases, their histories and receipts.</summary>
    public ICaseStore Cases { get; }

    /// <summary>Due work.</summary>
    public ITimerQueue Timers { get; }

    /// <summary>Messages for the outside.</summary>
    public IOutboxQueue Outbox { get; }

    /// <summary>Packs that cases pin.</summary>
    public IPackArchive Packs { get; }

    /// <summary>Workflows, their instances and what belongs to them.</summary>
    public IWorkflowStore Workflows { get; }

    /// <summary>What workflows have the host do.</summary>
    public IWorkflowQueue Bookmarks { get; }

    /// <summary>Human tasks.</summary>
    public ITaskInbox Inbox { get; }

    /// <summary>Who petitioners are.</summary>
    public IIdentityVault Vault { get; }

    /// <summary>Locks the folder, opens both files and brings them to the program's schema.</summary>
    /// <exception cref="StorageException">Held by another process, path or disk unfit, file not ours or newer than
    /// the program.</exception>
    public static SqliteStorage Open(SqliteOptions options, TimeProvider clock)
    {
        var taken = FolderLock.Take(options);
        SqliteDatabase? caseFile = null;
        try
        {
            var limit = SizeLimit(options);
            var now = clock.GetUtcNow();
            caseFile = SqliteDatabase.Open(options.CasesPath, "Cases", limit, now);
            // What is removed from the vault is overwritten in the file, not only unlinked.
            string[] thorough = [.. limit, "PRAGMA secure_delete = ON"];
            var vaultFile = SqliteDatabase.Open(options.VaultPath, "Vault", thorough, now);
            return new SqliteStorage(taken, caseFile, vaultFile, clock);
        }
        catch
        {
            caseFile?.Dispose();
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Finishes the writes under way, closes the files and gives the folder free.</summary>
    public void Dispose()
    {
        cases.Dispose();
        vault.Dispose();
        held.Dispose();
    }

    private static string[] SizeLimit(SqliteOptions options) => options.MaximumBytes is { } bytes
        ? ["PRAGMA max_page_count = " + (bytes / PageBytes).ToString(CultureInfo.InvariantCulture)]
        : [];
}
