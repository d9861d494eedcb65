using CaseFlow.Engine.Storage;

namespace CaseFlow.Storage.Sqlite;

/// <summary>Messages for the outside on SQLite. A delivered one stays as the record of its delivery.</summary>
internal sealed class SqliteOutboxQueue(SqliteDatabase database) : IOutboxQueue
{
    private const string Due =
        "SELECT key, case_id, topic, payload, due_at, attempts FROM outbox "
        + "WHERE delivered_at IS NULL AND due_at <= @now AND leased_until <= @now ORDER BY due_at, number LIMIT @limit";

    private const string Lease =
        "UPDATE outbox SET leased_until = @until, fence = @fence, attempts = attempts + 1 WHERE key = @key";

    private const string Deliver =
        "UPDATE outbox SET delivered_at = @at, leased_until = 0 "
        + "WHERE key = @key AND fence = @fence AND delivered_at IS NULL";

    private const string Retry =
        "UPDATE outbox SET due_at = @at, leased_until = 0, fence = 0 "
        + "WHERE key = @key AND fence = @fence AND delivered_at IS NULL";

    private const string Waiting = "SELECT COUNT(*) FROM outbox WHERE delivered_at IS NULL";

    public ValueTask<IReadOnlyList<OutboxLease>> ClaimAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Claim(session, now, lease, limit), cancellationToken);

    public ValueTask<bool> CompleteAsync(
        OutboxLease lease, DateTimeOffset deliveredAt, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Settle(session, Deliver, lease, deliveredAt) == 1, cancellationToken);

    public async ValueTask RetryAsync(OutboxLease lease, DateTimeOffset at, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => Settle(session, Retry, lease, at), cancellationToken);

    public ValueTask<long> CountWaitingAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session => (long)session.Prepare(Waiting).Scalar()!));
    }

    private static int Settle(SqliteSession session, string sql, OutboxLease lease, DateTimeOffset at) =>
        session.Prepare(sql)
            .Bind("@at", Columns.Of(at)).Bind("@key", lease.Message.Key).Bind("@fence", lease.Fence).Execute();

    private static IReadOnlyList<OutboxLease> Claim(
        SqliteSession session, DateTimeOffset now, TimeSpan lease, int limit)
    {
        var due = session.Prepare(Due).Bind("@now", Columns.Of(now)).Bind("@limit", limit)
            .ReadAll(row => new OutboxLease(
                new OutboxRow(row.GetString(0), row.CaseId(1), row.GetString(2), row.GetString(3), row.Instant(4)),
                row.GetInt32(5) + 1,
                0));
        if (due.Count == 0)
        {
            return due;
        }

        var fence = Fences.Next(session);
        foreach (var message in due)
        {
            session.Prepare(Lease)
                .Bind("@until", Columns.Of(now + lease))
                .Bind("@fence", fence)
                .Bind("@key", message.Message.Key)
                .Execute();
        }

        return due.ConvertAll(message => message with { Fence = fence });
    }
}
