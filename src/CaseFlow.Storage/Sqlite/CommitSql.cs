namespace CaseFlow.Storage.Sqlite;

/// <summary>The statements of a commit. The benchmark's bare loop runs these very texts.</summary>
internal static class CommitSql
{
    public const string ReceiptExists = "SELECT 1 FROM receipts WHERE key = @key";

    public const string Version = "SELECT version FROM cases WHERE id = @id";

    public const string Fence = "SELECT fence FROM timers WHERE case_id = @case AND key = @key";

    public const string InsertCase =
        "INSERT INTO cases (" + CaseColumns.Case + ") VALUES (@id, @version, @lifecycle, @state, @open, @agency, "
        + "@holder, @opened, @tracking, @pack, @parent, @overdue, @due, @document)";

    public const string UpdateCase =
        "UPDATE cases SET version = @version, lifecycle = @lifecycle, state = @state, is_open = @open, "
        + "agency = @agency, holder = @holder, opened_on = @opened, tracking = @tracking, pack_hash = @pack, "
        + "parent = @parent, is_overdue = @overdue, next_due_on = @due, document = @document WHERE id = @id";

    public const string InsertReceipt =
        "INSERT INTO receipts (key, body_hash, case_id, version) VALUES (@key, @body, @case, @version)";

    public const string InsertEvent =
        "INSERT INTO events (" + CaseColumns.Event + ") VALUES (@case, @sequence, @type, @schema, @effective, "
        + "@recorded, @principal, @command, @pack, @data)";

    public const string UpsertDeadline =
        "INSERT INTO deadlines (" + CaseColumns.Deadline + ") VALUES (@case, @started, @name, @waiting, @status, @due, "
        + "@breaches, @breached, @statement) ON CONFLICT (case_id, started_sequence) DO UPDATE SET "
        + "name = excluded.name, is_waiting_period = excluded.is_waiting_period, status = excluded.status, "
        + "due_on = excluded.due_on, breaches_at = excluded.breaches_at, breached_at = excluded.breached_at, "
        + "statement = excluded.statement";

    public const string TimersOfCase = "SELECT key, due_at FROM timers WHERE case_id = @case";

    public const string DeleteTimer = "DELETE FROM timers WHERE case_id = @case AND key = @key";

    public const string InsertTimer =
        "INSERT INTO timers (case_id, key, due_at, wake_at) VALUES (@case, @key, @due, @due)";

    public const string InsertEscalation =
        "INSERT INTO escalations (case_id, started_sequence, ladder, step, occurrence, fired_at) "
        + "VALUES (@case, @started, @ladder, @step, @occurrence, @fired) ON CONFLICT DO NOTHING";

    public const string InsertOutbox =
        "INSERT INTO outbox (key, case_id, topic, payload, due_at) VALUES (@key, @case, @topic, @payload, @due)";

    public const string InsertPetitioner = "INSERT INTO petitioners (reference, case_id) VALUES (@reference, @case)";
}
