using System.Globalization;
using CaseFlow.Engine.Cases;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Sqlite;

/// <summary>
/// How values stand in columns: ids as 16 bytes in network order, instants as UTC ticks, days as ISO text.
/// </summary>
internal static class Columns
{
    private const string Day = "yyyy-MM-dd";

    public static byte[] Of(CaseId id) => id.Value.ToByteArray(bigEndian: true);

    public static byte[]? Of(CaseId? id) => id is { } value ? Of(value) : null;

    public static long Of(DateTimeOffset instant) => instant.UtcTicks;

    public static object? Of(DateTimeOffset? instant) => instant?.UtcTicks;

    public static string Of(DateOnly day) => day.ToString(Day, CultureInfo.InvariantCulture);

    public static string? Of(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture);

    public static CaseId CaseId(this SqliteDataReader row, int column) =>
        new(new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true));

    public static CaseId? OptionalCaseId(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.CaseId(column);

    public static DateTimeOffset Instant(this SqliteDataReader row, int column) =>
        new(row.GetInt64(column), TimeSpan.Zero);

    public static DateTimeOffset? OptionalInstant(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Instant(column);

    public static DateOnly LocalDay(this SqliteDataReader row, int column) =>
        DateOnly.ParseExact(row.GetString(column), Day, CultureInfo.InvariantCulture);

    public static DateOnly? OptionalLocalDay(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.LocalDay(column);

    public static string? OptionalText(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
