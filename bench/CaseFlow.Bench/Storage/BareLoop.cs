using CaseFlow.Engine.Storage;
using CaseFlow.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Bench.Storage;

/// <summary>
/// The floor: the statements of a durable command, read and write, prepared once and run in a plain loop on one
/// connection with the same settings. No ports, no queue, no session, no savepoint.
/// </summary>
internal sealed class BareLoop : BareConnection
{
    private readonly SqliteCommand readReceipt;
    private readonly SqliteCommand readCase;
    private readonly SqliteCommand readDeadlines;
    private readonly SqliteCommand receiptExists;
    private readonly SqliteCommand version;
    private readonly SqliteCommand insertCase;
    private readonly SqliteCommand updateCase;
    private readonly SqliteCommand insertReceipt;
    private readonly SqliteCommand insertEvent;
    private readonly SqliteCommand upsertDeadline;
    private readonly SqliteCommand timersOfCase;
    private readonly SqliteCommand deleteTimer;
    private readonly SqliteCommand insertTimer;
    private readonly SqliteCommand insertOutbox;

    public BareLoop(string path)
        : base(path)
    {
        readReceipt = Prepare(SqliteCaseStore.ReceiptByKey, "@key");
        readCase = Prepare(SqliteCaseStore.CaseById, "@id");
        readDeadlines = Prepare(SqliteCaseStore.DeadlinesOfCase, "@id");
        receiptExists = Prepare(CommitSql.ReceiptExists, "@key");
        version = Prepare(CommitSql.Version, "@id");
        insertCase = PrepareCase(CommitSql.InsertCase);
        updateCase = PrepareCase(CommitSql.UpdateCase);
        insertReceipt = Prepare(CommitSql.InsertReceipt, "@key", "@body", "@case", "@version");
        insertEvent = Prepare(
            CommitSql.InsertEvent, "@case", "@sequence", "@type", "@schema", "@effective", "@recorded", "@principal",
            "@command", "@pack", "@data");
        upsertDeadline = Prepare(
            CommitSql.UpsertDeadline, "@case", "@started", "@name", "@waiting", "@status", "@due", "@breaches",
            "@breached", "@statement");
        timersOfCase = Prepare(CommitSql.TimersOfCase, "@case");
        deleteTimer = Prepare(CommitSql.DeleteTimer, "@case", "@key");
        insertTimer = Prepare(CommitSql.InsertTimer, "@case", "@key", "@due");
        insertOutbox = Prepare(CommitSql.InsertOutbox, "@key", "@case", "@topic", "@payload", "@due");
    }

    /// <summary>One durable command.</summary>
    public void Run(CaseCommit command)
    {
        var id = Columns.Of(command.Case.Id);
        ReadRows(readReceipt, command.Receipt.Key);
        if (command.ExpectedVersion > 0)
        {
            ReadRows(readCase, id);
            ReadRows(readDeadlines, id);
        }

        Begin();
        ReadRows(receiptExists, command.Receipt.Key);
        ReadRows(version, id);
        WriteCase(command.ExpectedVersion == 0 ? insertCase : updateCase, id, command.Case);
        Write(insertReceipt, command.Receipt.Key, command.Receipt.BodyHash, id, command.Receipt.Version);
        foreach (var row in command.Events)
        {
            Write(
                insertEvent, id, row.Sequence, row.Type, row.SchemaVersion, Columns.Of(row.EffectiveOn),
                row.RecordedAt.UtcTicks, row.Principal, row.CommandKey, row.PackHash, row.Data);
        }

        foreach (var row in command.Deadlines)
        {
            Write(
                upsertDeadline, id, row.StartedSequence, row.Name, row.IsWaitingPeriod, row.Status,
                Columns.Of(row.DueOn), Columns.Of(row.BreachesAt), Columns.Of(row.BreachedAt), row.Statement);
        }

        ReplaceTimers(id, command);
        foreach (var row in command.Outbox)
        {
            Write(insertOutbox, row.Key, id, row.Topic, row.Payload, row.DueAt.UtcTicks);
        }

        Commit();
    }

    private static void WriteCase(SqliteCommand command, byte[] id, CaseRow row) => Write(
        command, id, row.Version, row.Lifecycle, row.State, row.IsOpen, row.Agency, row.Holder,
        Columns.Of(row.OpenedOn), row.Tracking.Value, row.PackHash, Columns.Of(row.Parent), row.IsOverdue,
        Columns.Of(row.NextDueOn), row.Document);

    private void ReplaceTimers(byte[] id, CaseCommit command)
    {
        var stored = new List<TimerRow>();
        timersOfCase.Parameters[0].Value = id;
        using (var reader = timersOfCase.ExecuteReader())
        {
            while (reader.Read())
            {
                stored.Add(new TimerRow(command.Case.Id, reader.GetString(0), reader.Instant(1)));
            }
        }

        foreach (var gone in stored.Except(command.Timers))
        {
            Write(deleteTimer, id, gone.Key);
        }

        foreach (var fresh in command.Timers.Except(stored))
        {
            Write(insertTimer, id, fresh.Key, fresh.DueAt.UtcTicks);
        }
    }

    private SqliteCommand PrepareCase(string sql) => Prepare(
        sql, "@id", "@version", "@lifecycle", "@state", "@open", "@agency", "@holder", "@opened", "@tracking", "@pack",
        "@parent", "@overdue", "@due", "@document");
}
