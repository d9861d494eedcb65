using CaseFlow.Engine.Storage;

namespace CaseFlow.Storage.Sqlite;

/// <summary>Due work on SQLite.</summary>
internal sealed class SqliteTimerQueue(SqliteDatabase database) : ITimerQueue
{
    private const string Due =
        "SELECT case_id, key, due_at FROM timers WHERE wake_at <= @now AND leased_until <= @now "
        + "ORDER BY wake_at, case_id, key LIMIT @limit";

    private const string Lease =
        "UPDATE timers SET leased_until = @until, fence = @fence WHERE case_id = @case AND key = @key";

    private const string Earliest = "SELECT MIN(wake_at) FROM timers";

    // The fence goes with the lease: who failed and put it off can no longer commit under it.
    private const string Postpone =
        "UPDATE timers SET wake_at = @until, leased_until = 0, fence = 0 "
        + "WHERE case_id = @case AND key = @key AND fence = @fence";

    public ValueTask<IReadOnlyList<TimerLease>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Claim(session, now, lease, limit), cancellationToken);

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session =>
            session.Prepare(Earliest).Scalar() is long ticks
                ? new DateTimeOffset(ticks, TimeSpan.Zero)
                : (DateTimeOffset?)null));
    }

    public async ValueTask PostponeAsync(TimerLease lease, DateTimeOffset until, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.Prepare(Postpone)
                .Bind("@until", Columns.Of(until))
                .Bind("@case", Columns.Of(lease.CaseId))
                .Bind("@key", lease.Key)
                .Bind("@fence", lease.Fence)
                .Execute(),
            cancellationToken);

    private static IReadOnlyList<TimerLease> Claim(
        SqliteSession session, DateTimeOffset now, TimeSpan lease, int limit)
    {
        var due = session.Prepare(Due).Bind("@now", Columns.Of(now)).Bind("@limit", limit)
            .ReadAll(row => new TimerLease(row.CaseId(0), row.GetString(1), row.Instant(2), 0));
        if (due.Count == 0)
        {
            return due;
        }

        var fence = Fences.Next(session);
        foreach (var timer in due)
        {
            session.Prepare(Lease)
                .Bind("@until", Columns.Of(now + lease))
                .Bind("@fence", fence)
                .Bind("@case", Columns.Of(timer.CaseId))
                .Bind("@key", timer.Key)
                .Execute();
        }

        return due.ConvertAll(timer => timer with { Fence = fence });
    }
}
