namespace CaseFlow.Storage.Sqlite.Workflows;

/// <summary>The statements of a commit of an instance. The benchmark's bare loop runs these very texts.</summary>
internal static class InstanceSql
{
    public const string Head =
        "SELECT number, version, last_bookmark, last_line, definition_id, version_id, status, correlation_id "
        + "FROM workflow_instances WHERE id = @id";

    public const string ReceiptExists = "SELECT 1 FROM workflow_receipts WHERE instance = @instance AND key = @key";

    public const string Insert =
        "INSERT INTO workflow_instances (id, version, definition_id, version_id, status, name, correlation_id, "
        + "changed_at, last_bookmark, last_line, state) VALUES (@id, @version, @definition, @pinned, @status, @name, "
        + "@correlation, @changed, @bookmark, @line, @state) RETURNING number";

    public const string Update =
        "UPDATE workflow_instances SET version = @version, name = @name, changed_at = @changed, "
        + "last_bookmark = @bookmark, last_line = @line, state = @state WHERE number = @instance";

    // Apart, as it touches indexes: most commits change nothing of it.
    public const string UpdateListed =
        "UPDATE workflow_instances SET definition_id = @definition, version_id = @pinned, status = @status, "
        + "correlation_id = @correlation WHERE number = @instance";

    public const string InsertReceipt = "INSERT INTO workflow_receipts (instance, key) VALUES (@instance, @key)";

    public const string Burn = "DELETE FROM workflow_bookmarks WHERE instance = @instance AND number = @number";

    public const string InsertBookmark =
        "INSERT INTO workflow_bookmarks (instance, number, kind, key, correlation_id, due_at, free_at) "
        + "VALUES (@instance, @number, @kind, @key, @correlation, @due, @due)";

    public const string MoveBookmark =
        "UPDATE workflow_bookmarks SET due_at = @due, free_at = @due, attempts = 0, fence = 0 "
        + "WHERE instance = @instance AND number = @number";

    public const string UpsertIncident =
        "INSERT INTO workflow_incidents (instance, number, node, type, code, arguments, at, resolved_at) "
        + "VALUES (@instance, @number, @node, @type, @code, @arguments, @at, @resolved) "
        + "ON CONFLICT (instance, number) DO UPDATE SET node = excluded.node, type = excluded.type, "
        + "code = excluded.code, arguments = excluded.arguments, at = excluded.at, "
        + "resolved_at = excluded.resolved_at";

    public const string InsertTask =
        "INSERT INTO workflow_tasks (instance, bookmark, id, case_id, title, role, agency, follows_case, assignee, "
        + "due_order, outcomes, created_at) VALUES (@instance, @bookmark, @id, @case, @title, @role, "
        + "COALESCE(@agency, (SELECT agency FROM cases WHERE id = @key), ''), @agency IS NULL, @assignee, @due, "
        + "@outcomes, @created)";

    public const string FindReceipt =
        "SELECT r.key FROM workflow_receipts r JOIN workflow_instances i ON i.number = r.instance "
        + "WHERE i.id = @id AND r.key >= @beginning AND substr(r.key, 1, length(@beginning)) = @beginning LIMIT 1";
}
