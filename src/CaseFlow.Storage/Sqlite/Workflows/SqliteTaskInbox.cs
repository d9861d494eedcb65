using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Storage.Sqlite.Workflows;

/// <summary>The inbox of human tasks on SQLite. A task goes with its bookmark, by the schema.</summary>
internal sealed class SqliteTaskInbox(SqliteDatabase database) : ITaskInbox
{
    private const string ById =
        "SELECT " + WorkflowColumns.Task + " FROM workflow_tasks t JOIN workflow_instances i ON i.number = t.instance "
        + "WHERE t.id = @id";

    private const string Assign =
        "UPDATE workflow_tasks SET assignee = @assignee WHERE id = @id AND assignee IS @seen RETURNING instance";

    private const string Tell =
        "UPDATE workflow_instances SET last_line = last_line + 1 WHERE number = @instance RETURNING last_line";

    public ValueTask<TaskRow?> FindTaskAsync(string taskId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session =>
            session.Prepare(ById).Bind("@id", taskId).ReadFirst(WorkflowColumns.ReadTask)));
    }

    public ValueTask<IReadOnlyList<TaskRow>> ListTasksAsync(TaskQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<TaskRow>>(database.Read(session =>
            WorkflowListing.Prepare(session, query).ReadAll(WorkflowColumns.ReadTask)));
    }

    public ValueTask<bool> AssignTaskAsync(
        TaskRow seen, string? assignee, JournalRow told, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Give(session, seen, assignee, told), cancellationToken);

    private static bool Give(SqliteSession session, TaskRow seen, string? assignee, JournalRow told)
    {
        var found = session.Prepare(Assign)
            .Bind("@assignee", assignee).Bind("@id", seen.Id).Bind("@seen", seen.Assignee).Scalar();
        if (found is not long instance)
        {
            return false;
        }

        var line = (long)session.Prepare(Tell).Bind("@instance", instance).Scalar()!;
        JournalInsert.Write(session, instance, checked((int)line - 1), [told]);
        return true;
    }
}
