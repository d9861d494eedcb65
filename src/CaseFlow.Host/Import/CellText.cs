using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Host.Import;

/// <summary>
/// Reads the text of cells: timestamps to the tick, days, numbers, yes and no. Invariant of the machine's culture.
/// </summary>
internal static class CellText
{
    private const string Day = "yyyy-MM-dd";

    private static readonly string[] WithOffset =
    [
        "yyyy-MM-dd HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd HH:mmzzz",
        "yyyy-MM-dd'T'HH:mmzzz",
        "yyyy-MM-dd HH:mm:ss.FFFFFFF'Z'",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    private static readonly string[] WithoutOffset =
    [
        "yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm",
    ];

    /// <summary>
    /// An instant in UTC, kept to the tick; without an offset it is read in <paramref name="time"/>; a bare day is its
    /// first instant. Null for anything that is no date.
    /// </summary>
    public static DateTimeOffset? Instant(string text, AgencyTime time) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Local(day.ToDateTime(TimeOnly.MinValue), time)
            : Timestamp(text, time);

    /// <summary>
    /// As <see cref="Instant"/>, but a bare day is its last instant: what is due on a day is due until it ends.
    /// </summary>
    public static DateTimeOffset? DueInstant(string text, AgencyTime time) =>
        DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day < DateOnly.MaxValue
            ? Local(day.AddDays(1).ToDateTime(TimeOnly.MinValue), time)?.AddTicks(-1)
            : Timestamp(text, time);

    /// <summary>The text as a JSON value of <paramref name="type"/>; null where it is none.</summary>
    public static JsonNode? Read(string text, CellType type, AgencyTime? time) =>
        type switch
        {
            CellType.Text => JsonValue.Create(text),
            CellType.Date => DayOf(text, time),
            CellType.Number => decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? JsonValue.Create(number)
                : null,
            _ => Truth(text),
        };

    private static JsonValue? DayOf(string text, AgencyTime? time)
    {
        if (DateOnly.TryParseExact(text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return JsonValue.Create(day.ToString(Day, CultureInfo.InvariantCulture));
        }

        return time is not null && Timestamp(text, time) is { } instant
            ? JsonValue.Create(time.DayOf(instant).ToString(Day, CultureInfo.InvariantCulture))
            : null;
    }

    private static JsonValue? Truth(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "1" => JsonValue.Create(true),
        "false" or "no" or "0" => JsonValue.Create(false),
        _ => null,
    };

    private static DateTimeOffset? Timestamp(string text, AgencyTime time)
    {
        if (DateTimeOffset.TryParseExact(
            text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return instant.ToUniversalTime();
        }

        return DateTime.TryParseExact(
            text, WithoutOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? Local(local, time)
            : null;
    }

    private static DateTimeOffset? Local(DateTime local, AgencyTime time)
    {
        // The ends of the calendar overflow when an offset is added; no register reaches there.
        return local.Year is < 1800 or > 9900
            ? null
            : time.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }
}
