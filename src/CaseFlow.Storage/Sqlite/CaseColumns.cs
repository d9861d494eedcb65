using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Sqlite;

/// <summary>Reads rows of the case file in the order in which the SELECTs here name their columns.</summary>
internal static class CaseColumns
{
    public const string Case =
        "id, version, lifecycle, state, is_open, agency, holder, opened_on, tracking, pack_hash, parent, "
        + "is_overdue, next_due_on, document";

    public const string Event =
        "case_id, sequence, type, schema_version, effective_on, recorded_at, principal, command_key, pack_hash, data";

    public const string Deadline =
        "case_id, started_sequence, name, is_waiting_period, status, due_on, breaches_at, breached_at, statement";

    public static CaseRow ReadCase(SqliteDataReader row) => new(
        row.CaseId(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        row.GetBoolean(4),
        row.OptionalText(5),
        row.OptionalText(6),
        row.LocalDay(7),
        new TrackingCode(row.GetString(8)),
        row.GetString(9),
        row.OptionalCaseId(10),
        row.GetBoolean(11),
        row.OptionalLocalDay(12),
        row.GetString(13));

    public static EventRow ReadEvent(SqliteDataReader row) => new(
        row.CaseId(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetInt32(3),
        row.LocalDay(4),
        row.Instant(5),
        row.GetString(6),
        row.GetString(7),
        row.GetString(8),
        row.GetString(9));

    public static DeadlineRow ReadDeadline(SqliteDataReader row) => new(
        row.CaseId(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetBoolean(3),
        row.GetString(4),
        row.OptionalLocalDay(5),
        row.OptionalInstant(6),
        row.OptionalInstant(7),
        row.GetString(8));

    public static CommandReceipt ReadReceipt(SqliteDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.CaseId(2), row.GetInt32(3));
}
