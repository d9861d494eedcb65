using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Storage.Sqlite.Workflows;

/// <summary>
/// Writes one commit of an instance inside a transaction. All questions are asked before the first write: a refusal has
/// nothing to undo.
/// </summary>
internal static class InstanceWriter
{
    public static InstanceCommitOutcome Write(SqliteSession session, InstanceCommit commit)
    {
        var head = InstanceHead.Of(session, commit.Instance.Id);
        var outcome = Judge(session, commit, head);
        if (outcome == InstanceCommitOutcome.Committed)
        {
            var number = WriteInstance(session, commit, head);
            WriteReceipt(session, number, commit.Key);
            BurnBookmarks(session, number, commit.Burnt);
            WriteBookmarks(session, number, head?.LastBookmark ?? 0, commit.Waiting);
            JournalInsert.Write(session, number, head?.LastLine ?? 0, commit.Journal);
            WriteIncidents(session, number, commit.Incidents);
            WriteTasks(session, number, commit.Tasks);
            OutboxWriter.Write(session, commit.Outbox);
        }

        return outcome;
    }

    private static InstanceCommitOutcome Judge(SqliteSession session, InstanceCommit commit, InstanceHead? head)
    {
        // The key first: a repeat of what took effect finds the version moved by itself.
        if (head is not null && commit.Key is not null && IsReceived(session, head.Number, commit.Key))
        {
            return InstanceCommitOutcome.KeyExists;
        }

        return (head?.Version ?? 0) == commit.ExpectedVersion
            ? InstanceCommitOutcome.Committed
            : InstanceCommitOutcome.VersionConflict;
    }

    private static bool IsReceived(SqliteSession session, long instance, string key) =>
        session.Prepare(InstanceSql.ReceiptExists).Bind("@instance", instance).Bind("@key", key).Scalar() is not null;

    private static long WriteInstance(SqliteSession session, InstanceCommit commit, InstanceHead? head)
    {
        var row = commit.Instance;
        var listed = ListedBy.Of(row);
        var number = head?.Number;
        if (head is not null && head.Listed != listed)
        {
            BindListed(session.Prepare(InstanceSql.UpdateListed), listed).Bind("@instance", number).Execute();
        }

        var statement = session.Prepare(head is null ? InstanceSql.Insert : InstanceSql.Update)
            .Bind("@version", row.Version)
            .Bind("@name", row.Name)
            .Bind("@changed", Columns.Of(row.ChangedAt))
            .Bind("@bookmark", commit.Waiting.Select(waiting => waiting.Number).Append(head?.LastBookmark ?? 0).Max())
            .Bind("@line", (head?.LastLine ?? 0) + commit.Journal.Count)
            .Bind("@state", WorkflowColumns.Of(row.State));
        return head is null
            ? (long)BindListed(statement, listed).Bind("@id", row.Id).Scalar()!
            : Run(statement.Bind("@instance", number), head.Number);
    }

    private static Statement BindListed(Statement statement, ListedBy listed) => statement
        .Bind("@definition", listed.Definition)
        .Bind("@pinned", listed.Version)
        .Bind("@status", listed.Status)
        .Bind("@correlation", listed.Correlation);

    private static long Run(Statement statement, long instance)
    {
        statement.Execute();
        return instance;
    }

    private static void WriteReceipt(SqliteSession session, long instance, string? key)
    {
        if (key is not null)
        {
            session.Prepare(InstanceSql.InsertReceipt).Bind("@instance", instance).Bind("@key", key).Execute();
        }
    }

    private static void BurnBookmarks(SqliteSession session, long instance, IReadOnlyList<int> burnt)
    {
        foreach (var number in burnt)
        {
            var gone = session.Prepare(InstanceSql.Burn).Bind("@instance", instance).Bind("@number", number).Execute();
            if (gone == 0)
            {
                throw new InvalidOperationException("A bookmark burns once.");
            }
        }
    }

    private static void WriteBookmarks(
        SqliteSession session, long instance, int last, IReadOnlyList<BookmarkRow> waiting)
    {
        foreach (var row in waiting)
        {
            var statement = row.Number > last
                ? session.Prepare(InstanceSql.InsertBookmark)
                    .Bind("@kind", row.Kind).Bind("@key", row.Key).Bind("@correlation", row.CorrelationId)
                : session.Prepare(InstanceSql.MoveBookmark);
            var written = statement
                .Bind("@instance", instance).Bind("@number", row.Number).Bind("@due", Columns.Of(row.DueAt)).Execute();
            if (written == 0)
            {
                throw new InvalidOperationException("The number of a burnt bookmark never comes back.");
            }
        }
    }

    private static void WriteIncidents(SqliteSession session, long instance, IReadOnlyList<IncidentRow> incidents)
    {
        foreach (var row in incidents)
        {
            session.Prepare(InstanceSql.UpsertIncident)
                .Bind("@instance", instance)
                .Bind("@number", row.Number)
                .Bind("@node", row.NodeId)
                .Bind("@type", row.Type)
                .Bind("@code", row.Code)
                .Bind("@arguments", WorkflowColumns.Of(row.Arguments))
                .Bind("@at", Columns.Of(row.At))
                .Bind("@resolved", Columns.Of(row.ResolvedAt))
                .Execute();
        }
    }

    private static void WriteTasks(SqliteSession session, long instance, IReadOnlyList<TaskRow> tasks)
    {
        foreach (var row in tasks)
        {
            session.Prepare(InstanceSql.InsertTask)
                .Bind("@instance", instance)
                .Bind("@bookmark", row.Bookmark)
                .Bind("@id", row.Id)
                .Bind("@case", row.CaseId)
                .Bind("@title", row.Title)
                .Bind("@role", row.Role)
                .Bind("@agency", row.Agency)
                .Bind("@key", CaseId.TryParse(row.CaseId, out var id) ? Columns.Of(id) : null)
                .Bind("@assignee", row.Assignee)
                .Bind("@due", WorkflowColumns.OrderOf(row.DueOn))
                .Bind("@outcomes", WorkflowColumns.Of(row.Outcomes))
                .Bind("@created", Columns.Of(row.CreatedAt))
                .Execute();
        }
    }
}
