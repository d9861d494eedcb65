using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Storage.Sqlite;

/// <summary>Cases and their histories on SQLite.</summary>
internal sealed class SqliteCaseStore(SqliteDatabase database) : ICaseStore
{
    internal const string CaseById = "SELECT " + CaseColumns.Case + " FROM cases WHERE id = @id";

    // The first comparison uses the index, which ignores case; the second asks for the very code.
    private const string CaseByTracking = "SELECT " + CaseColumns.Case
        + " FROM cases WHERE tracking = @tracking AND tracking = @tracking COLLATE BINARY";

    internal const string DeadlinesOfCase =
        "SELECT " + CaseColumns.Deadline + " FROM deadlines WHERE case_id = @id ORDER BY started_sequence";

    private const string EventsOfCase =
        "SELECT " + CaseColumns.Event + " FROM events WHERE case_id = @id ORDER BY sequence";

    internal const string ReceiptByKey = "SELECT key, body_hash, case_id, version FROM receipts WHERE key = @key";

    private const string OpenByPack =
        "SELECT pack_hash, COUNT(*) FROM cases WHERE is_open = 1 GROUP BY pack_hash";

    private const string PetitionerHeld = "SELECT 1 FROM petitioners WHERE reference = @reference";

    public ValueTask<StoredCase?> FindAsync(CaseId id, CancellationToken cancellationToken) =>
        Find(session => session.Prepare(CaseById).Bind("@id", Columns.Of(id)), cancellationToken);

    public ValueTask<StoredCase?> FindByTrackingAsync(TrackingCode tracking, CancellationToken cancellationToken) =>
        Find(session => session.Prepare(CaseByTracking).Bind("@tracking", tracking.Value), cancellationToken);

    public ValueTask<CommandReceipt?> FindReceiptAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session =>
            session.Prepare(ReceiptByKey).Bind("@key", key).ReadFirst(CaseColumns.ReadReceipt)));
    }

    public ValueTask<CommitOutcome> CommitAsync(CaseCommit commit, CancellationToken cancellationToken)
    {
        CheckSequences(commit);
        return database.WriteAsync(session => CommitWriter.Write(session, commit), cancellationToken);
    }

    public ValueTask<IReadOnlyList<EventRow>> ReadEventsAsync(CaseId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<EventRow>>(database.Read(session =>
            session.Prepare(EventsOfCase).Bind("@id", Columns.Of(id)).ReadAll(CaseColumns.ReadEvent)));
    }

    public ValueTask<IReadOnlyList<CaseRow>> ListAsync(CaseQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<CaseRow>>(database.Read(session =>
            CaseListing.Prepare(session, query).ReadAll(CaseColumns.ReadCase)));
    }

    public ValueTask<IReadOnlyDictionary<string, int>> CountOpenByPackAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var counts = database.Read(session => session.Prepare(OpenByPack)
            .ReadAll(row => KeyValuePair.Create(row.GetString(0), row.GetInt32(1))));
        return ValueTask.FromResult<IReadOnlyDictionary<string, int>>(
            new Dictionary<string, int>(counts, StringComparer.Ordinal));
    }

    public ValueTask<IReadOnlySet<PetitionerReference>> HeldAsync(
        IReadOnlyCollection<PetitionerReference> references, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlySet<PetitionerReference>>(database.Read(session => references
            .Where(reference =>
                session.Prepare(PetitionerHeld).Bind("@reference", reference.Value).Scalar() is not null)
            .ToHashSet()));
    }

    private ValueTask<StoredCase?> Find(Func<SqliteSession, Statement> query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session => session.Snapshot(same => ReadStored(same, query(same)))));
    }

    private static StoredCase? ReadStored(SqliteSession session, Statement query)
    {
        var row = query.ReadFirst(CaseColumns.ReadCase);
        if (row is null)
        {
            return null;
        }

        var deadlines = session.Prepare(DeadlinesOfCase).Bind("@id", Columns.Of(row.Id))
            .ReadAll(CaseColumns.ReadDeadline);
        return new StoredCase(row, deadlines);
    }

    /// <summary>INVARIANT: a history has no gap, whoever writes it.</summary>
    private static void CheckSequences(CaseCommit commit)
    {
        var expected = commit.ExpectedVersion;
        if (commit.Events.Any(row => row.Sequence != ++expected || row.CaseId != commit.Case.Id)
            || commit.Case.Version != expected
            || commit.Receipt.Version != expected)
        {
            throw new InvalidOperationException("The events of a commit leave a gap.");
        }
    }
}
