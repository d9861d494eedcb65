using CaseFlow.Engine.Storage;

namespace CaseFlow.Storage.Sqlite;

/// <summary>
/// Writes one commit inside a transaction. All questions are asked before the first write: a refusal has nothing to
/// undo.
/// </summary>
internal static class CommitWriter
{
    public static CommitOutcome Write(SqliteSession session, CaseCommit commit)
    {
        var outcome = Judge(session, commit);
        if (outcome == CommitOutcome.Committed)
        {
            WriteCase(session, commit);
            WriteReceipt(session, commit.Receipt);
            WriteEvents(session, commit);
            WriteDeadlines(session, commit);
            ReplaceTimers(session, commit);
            WriteEscalations(session, commit);
            OutboxWriter.Write(session, commit.Outbox);
            WritePetitioners(session, commit);
        }

        return outcome;
    }

    private static CommitOutcome Judge(SqliteSession session, CaseCommit commit)
    {
        // The key first: a repeat of a command that took effect finds the version moved by itself.
        if (session.Prepare(CommitSql.ReceiptExists).Bind("@key", commit.Receipt.Key).Scalar() is not null)
        {
            return CommitOutcome.KeyExists;
        }

        if (commit.Lease is { } lease && !Holds(session, lease))
        {
            return CommitOutcome.LeaseLost;
        }

        var version = session.Prepare(CommitSql.Version).Bind("@id", Columns.Of(commit.Case.Id)).Scalar() ?? 0L;
        return (long)version == commit.ExpectedVersion ? CommitOutcome.Committed : CommitOutcome.VersionConflict;
    }

    private static bool Holds(SqliteSession session, TimerLease lease) => lease.Fence.Equals(session
        .Prepare(CommitSql.Fence)
        .Bind("@case", Columns.Of(lease.CaseId)).Bind("@key", lease.Key)
        .Scalar());

    private static void WriteCase(SqliteSession session, CaseCommit commit)
    {
        var row = commit.Case;
        session.Prepare(commit.ExpectedVersion == 0 ? CommitSql.InsertCase : CommitSql.UpdateCase)
            .Bind("@id", Columns.Of(row.Id))
            .Bind("@version", row.Version)
            .Bind("@lifecycle", row.Lifecycle)
            .Bind("@state", row.State)
            .Bind("@open", row.IsOpen)
            .Bind("@agency", row.Agency)
            .Bind("@holder", row.Holder)
            .Bind("@opened", Columns.Of(row.OpenedOn))
            .Bind("@tracking", row.Tracking.Value)
            .Bind("@pack", row.PackHash)
            .Bind("@parent", Columns.Of(row.Parent))
            .Bind("@overdue", row.IsOverdue)
            .Bind("@due", Columns.Of(row.NextDueOn))
            .Bind("@document", row.Document)
            .Execute();
    }

    private static void WriteReceipt(SqliteSession session, CommandReceipt receipt) =>
        session.Prepare(CommitSql.InsertReceipt)
            .Bind("@key", receipt.Key)
            .Bind("@body", receipt.BodyHash)
            .Bind("@case", Columns.Of(receipt.CaseId))
            .Bind("@version", receipt.Version)
            .Execute();

    private static void WriteEvents(SqliteSession session, CaseCommit commit)
    {
        foreach (var row in commit.Events)
        {
            session.Prepare(CommitSql.InsertEvent)
                .Bind("@case", Columns.Of(row.CaseId))
                .Bind("@sequence", row.Sequence)
                .Bind("@type", row.Type)
                .Bind("@schema", row.SchemaVersion)
                .Bind("@effective", Columns.Of(row.EffectiveOn))
                .Bind("@recorded", Columns.Of(row.RecordedAt))
                .Bind("@principal", row.Principal)
                .Bind("@command", row.CommandKey)
                .Bind("@pack", row.PackHash)
                .Bind("@data", row.Data)
                .Execute();
        }
    }

    private static void WriteDeadlines(SqliteSession session, CaseCommit commit)
    {
        foreach (var row in commit.Deadlines)
        {
            session.Prepare(CommitSql.UpsertDeadline)
                .Bind("@case", Columns.Of(row.CaseId))
                .Bind("@started", row.StartedSequence)
                .Bind("@name", row.Name)
                .Bind("@waiting", row.IsWaitingPeriod)
                .Bind("@status", row.Status)
                .Bind("@due", Columns.Of(row.DueOn))
                .Bind("@breaches", Columns.Of(row.BreachesAt))
                .Bind("@breached", Columns.Of(row.BreachedAt))
                .Bind("@statement", row.Statement)
                .Execute();
        }
    }

    /// <summary>A timer that stays as it was is not written again, and keeps its lease.</summary>
    private static void ReplaceTimers(SqliteSession session, CaseCommit commit)
    {
        var id = Columns.Of(commit.Case.Id);
        var stored = session.Prepare(CommitSql.TimersOfCase).Bind("@case", id)
            .ReadAll(row => new TimerRow(commit.Case.Id, row.GetString(0), row.Instant(1)));
        foreach (var gone in stored.Except(commit.Timers))
        {
            session.Prepare(CommitSql.DeleteTimer).Bind("@case", id).Bind("@key", gone.Key).Execute();
        }

        foreach (var fresh in commit.Timers.Except(stored))
        {
            session.Prepare(CommitSql.InsertTimer)
                .Bind("@case", id).Bind("@key", fresh.Key).Bind("@due", Columns.Of(fresh.DueAt)).Execute();
        }
    }

    private static void WriteEscalations(SqliteSession session, CaseCommit commit)
    {
        foreach (var row in commit.Escalations)
        {
            var written = session.Prepare(CommitSql.InsertEscalation)
                .Bind("@case", Columns.Of(row.CaseId))
                .Bind("@started", row.StartedSequence)
                .Bind("@ladder", row.Ladder)
                .Bind("@step", row.Step)
                .Bind("@occurrence", row.Occurrence)
                .Bind("@fired", Columns.Of(row.FiredAt))
                .Execute();
            if (written == 0)
            {
                throw new InvalidOperationException("A step of a ladder fires once.");
            }
        }
    }

    private static void WritePetitioners(SqliteSession session, CaseCommit commit)
    {
        foreach (var reference in commit.Petitioners)
        {
            session.Prepare(CommitSql.InsertPetitioner)
                .Bind("@reference", reference.Value).Bind("@case", Columns.Of(commit.Case.Id)).Execute();
        }
    }
}
