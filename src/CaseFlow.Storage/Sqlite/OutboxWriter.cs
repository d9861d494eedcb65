using CaseFlow.Engine.Storage;

namespace CaseFlow.Storage.Sqlite;

/// <summary>Writes the messages of a commit, of a case or of a workflow's instance.</summary>
internal static class OutboxWriter
{
    public static void Write(SqliteSession session, IReadOnlyList<OutboxRow> messages)
    {
        foreach (var row in messages)
        {
            session.Prepare(CommitSql.InsertOutbox)
                .Bind("@key", row.Key)
                .Bind("@case", Columns.Of(row.CaseId))
                .Bind("@topic", row.Topic)
                .Bind("@payload", row.Payload)
                .Bind("@due", Columns.Of(row.DueAt))
                .Execute();
        }
    }
}
