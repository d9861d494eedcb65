using CaseFlow.Engine.Workflows.Storage;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Sqlite.Workflows;

/// <summary>Bookmarks that are due on SQLite.</summary>
internal sealed class SqliteWorkflowQueue(SqliteDatabase database) : IWorkflowQueue
{
    // CROSS JOIN: the bookmarks come first, in the order of their index, and only those that are due.
    internal const string Due =
        "SELECT " + WorkflowColumns.Bookmark + ", b.attempts, b.instance "
        + "FROM workflow_bookmarks b CROSS JOIN workflow_instances i ON i.number = b.instance "
        + "WHERE b.free_at <= @now ORDER BY b.free_at, b.instance, b.number LIMIT @limit";

    internal const string Lease =
        "UPDATE workflow_bookmarks SET free_at = @until, fence = @fence, attempts = attempts + 1 "
        + "WHERE instance = @instance AND number = @number";

    private const string EarliestBookmark =
        "SELECT free_at FROM workflow_bookmarks WHERE free_at IS NOT NULL ORDER BY free_at LIMIT 1";

    private const string EarliestTrigger =
        "SELECT due_at FROM workflow_triggers WHERE due_at IS NOT NULL ORDER BY due_at LIMIT 1";

    // The fence goes with the lease: who put it off cannot do so again.
    private const string Postpone =
        "UPDATE workflow_bookmarks SET due_at = @until, free_at = @until, fence = 0, "
        + "attempts = CASE WHEN @failed THEN attempts ELSE 0 END "
        + "WHERE instance = (SELECT number FROM workflow_instances WHERE id = @id) AND number = @number "
        + "AND fence = @fence";

    private const string Waits = "SELECT 1 FROM workflow_bookmarks WHERE kind = @kind AND key = @key AND key <> ''";

    private const string Wake =
        "UPDATE workflow_bookmarks SET due_at = MIN(COALESCE(due_at, @now), @now), "
        + "free_at = MIN(COALESCE(due_at, @now), @now), fence = @fence, attempts = 0 "
        + "WHERE kind = @kind AND key = @key AND key <> ''";

    public async ValueTask<IReadOnlyList<BookmarkLease>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => Claim(session, now, lease, limit), cancellationToken);

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session => session.Snapshot(same =>
            Earlier(Earliest(same, EarliestBookmark), Earliest(same, EarliestTrigger)))));
    }

    public async ValueTask PostponeAsync(
        BookmarkLease lease, DateTimeOffset? until, bool failed, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.Prepare(Postpone)
                .Bind("@until", Columns.Of(until))
                .Bind("@failed", failed)
                .Bind("@id", lease.Bookmark.InstanceId)
                .Bind("@number", lease.Bookmark.Number)
                .Bind("@fence", lease.Fence)
                .Execute(),
            cancellationToken);

    public ValueTask<int> WakeAsync(string kind, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Mostly nobody waits; then nothing need be written.
        var isAwaited = database.Read(session =>
            session.Prepare(Waits).Bind("@kind", kind).Bind("@key", key).Scalar() is not null);
        return isAwaited
            ? database.WriteAsync(session => WakeAll(session, kind, key, now), cancellationToken)
            : ValueTask.FromResult(0);
    }

    private static int WakeAll(SqliteSession session, string kind, string key, DateTimeOffset now) =>
        session.Prepare(Wake)
            .Bind("@now", Columns.Of(now))
            .Bind("@fence", Fences.Next(session))
            .Bind("@kind", kind)
            .Bind("@key", key)
            .Execute();

    private static List<BookmarkLease> Claim(SqliteSession session, DateTimeOffset now, TimeSpan lease, int limit)
    {
        var due = session.Prepare(Due).Bind("@now", Columns.Of(now)).Bind("@limit", limit).ReadAll(ReadDue);
        if (due.Count == 0)
        {
            return [];
        }

        var fence = Fences.Next(session);
        foreach (var (claimed, instance) in due)
        {
            session.Prepare(Lease)
                .Bind("@until", Columns.Of(now + lease))
                .Bind("@fence", fence)
                .Bind("@instance", instance)
                .Bind("@number", claimed.Bookmark.Number)
                .Execute();
        }

        return due.ConvertAll(claimed => claimed.Lease with { Fence = fence });
    }

    private static (BookmarkLease Lease, long Instance) ReadDue(SqliteDataReader row) =>
        (new BookmarkLease(WorkflowColumns.ReadBookmark(row), row.GetInt32(6) + 1, 0), row.GetInt64(7));

    private static long? Earliest(SqliteSession session, string sql) => session.Prepare(sql).Scalar() as long?;

    private static DateTimeOffset? Earlier(long? first, long? second)
    {
        var ticks = first < second || second is null ? first : second;
        return ticks is { } known ? new DateTimeOffset(known, TimeSpan.Zero) : null;
    }
}
