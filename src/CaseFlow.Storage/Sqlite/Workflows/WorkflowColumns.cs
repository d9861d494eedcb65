using System.Runtime.InteropServices;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Sqlite.Workflows;

/// <summary>Reads rows of workflows in the order in which the SELECTs here name their columns.</summary>
internal static class WorkflowColumns
{
    public const string Version =
        "v.version_id, v.definition_id, v.version, v.name, v.published_at, v.number = "
        + "(SELECT MAX(o.number) FROM workflow_versions o WHERE o.definition_id = v.definition_id)";

    public const string Trigger = "definition_id, version_id, activity_id, kind, key, due_at";

    public const string Listed =
        "id, version, definition_id, version_id, status, name, correlation_id, changed_at";

    public const string Bookmark = "i.id, b.number, b.kind, b.key, b.correlation_id, b.due_at";

    public const string Line = "at, node, what, detail";

    public const string Incident =
        "i.id, n.number, n.node, n.type, n.code, n.arguments, n.at, n.resolved_at";

    public const string Task =
        "t.id, i.id, t.bookmark, t.case_id, t.title, t.role, t.assignee, t.due_order, t.outcomes, t.created_at, "
        + "t.agency";

    /// <summary>Sorts after all days.</summary>
    private const string NoDay = "~";

    public static byte[] Of(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) && part.Offset == 0 && part.Count == part.Array!.Length
            ? part.Array
            : bytes.ToArray();

    public static string Of(IReadOnlyList<string> texts) => JsonSerializer.Serialize(texts);

    public static string OrderOf(DateOnly? day) => Columns.Of(day) ?? NoDay;

    /// <summary>A version without its JSON.</summary>
    public static DefinitionRow ReadListedVersion(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetInt32(2),
        row.OptionalText(3),
        row.GetBoolean(5),
        default,
        row.Instant(4));

    /// <summary>A version with its JSON after the columns of a list.</summary>
    public static DefinitionRow ReadVersion(SqliteDataReader row) =>
        ReadListedVersion(row) with { Json = row.GetFieldValue<byte[]>(6) };

    public static TriggerRow ReadTrigger(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4),
        row.OptionalInstant(5));

    /// <summary>An instance without its state.</summary>
    public static InstanceRow ReadListed(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        Enum.Parse<WorkflowSubStatus>(row.GetString(4)),
        row.OptionalText(5),
        row.OptionalText(6),
        row.Instant(7),
        default);

    /// <summary>An instance with its state after the columns of a list.</summary>
    public static InstanceRow ReadInstance(SqliteDataReader row) =>
        ReadListed(row) with { State = row.GetFieldValue<byte[]>(8) };

    public static BookmarkRow ReadBookmark(SqliteDataReader row) => new(
        row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetString(3), row.OptionalText(4),
        row.OptionalInstant(5));

    public static JournalRow ReadLine(SqliteDataReader row) => new(
        row.Instant(0), row.GetString(1), Enum.Parse<JournalEvent>(row.GetString(2)), row.OptionalText(3));

    public static IncidentRow ReadIncident(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        row.GetString(2),
        row.GetString(3),
        row.GetString(4),
        row.Texts(5),
        row.Instant(6),
        row.OptionalInstant(7));

    public static TaskRow ReadTask(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetInt32(2),
        row.OptionalText(3),
        row.GetString(4),
        row.GetString(5),
        row.OptionalText(6),
        row.GetString(7) == NoDay ? null : row.LocalDay(7),
        row.Texts(8),
        row.Instant(9))
    {
        Agency = row.GetString(10) is { Length: > 0 } agency ? agency : null,
    };

    private static string[] Texts(this SqliteDataReader row, int column) =>
        JsonSerializer.Deserialize<string[]>(row.GetString(column))!;
}
