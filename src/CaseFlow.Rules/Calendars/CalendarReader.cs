using System.Globalization;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Spreadsheets;

namespace CaseFlow.Rules.Calendars;

/// <summary>
/// Reads holiday data: comma-separated text whose first line names the columns `date`, `name`, `kind` and `certainty`
/// in any order; rows in any order. A row that cannot be read is a diagnostic with its line and is left out.
/// </summary>
public static class CalendarReader
{
    private const string Kinds = "holiday, compensatory, swapped, makeUpWorkday, awaitingEnactment";
    private const string Certainties = "V, M, E";
    private const string IsoDay = "YYYY-MM-DD";

    /// <summary>Reads holiday data.</summary>
    /// <param name="file">Path of the data, for the places of findings.</param>
    /// <param name="text">The data.</param>
    public static CalendarReadResult Read(string file, string text)
    {
        var table = new CsvTable(file, text, ["date", "name", "kind", "certainty"]);
        var entries = new Dictionary<DateOnly, (CalendarEntry Entry, CsvRow Row)>();
        foreach (var row in table.Rows)
        {
            var (day, kind, certainty) = (Day(row), Kind(row), Certainty(row));
            if (day is { } d && kind is { } k && certainty is { } c)
            {
                Add(entries, new CalendarEntry(d, row["name"], k, c), row);
            }
        }

        return new CalendarReadResult(
            [.. entries.Values.Select(found => found.Entry).OrderBy(entry => entry.Day)], table.Diagnostics);
    }

    /// <summary>Reads lunar days: the columns `year`, `lunar` (as `10/3`), `date` and `certainty`.</summary>
    /// <param name="file">Path of the data, for the places of findings.</param>
    /// <param name="text">The data.</param>
    public static LunarReadResult ReadLunar(string file, string text)
    {
        var table = new CsvTable(file, text, ["year", "lunar", "date", "certainty"]);
        var days = new List<LunarDay>();
        foreach (var row in table.Rows)
        {
            var (year, lunar, day, certainty) = (Year(row), Lunar(row), Day(row), Certainty(row));
            if (year is { } y && lunar is { } l && day is { } d && certainty is { } c)
            {
                days.Add(new LunarDay(y, l, d, c));
            }
        }

        days.Sort((left, right) => left.Day.CompareTo(right.Day));
        return new LunarReadResult(days, table.Diagnostics);
    }

    private static void Add(
        Dictionary<DateOnly, (CalendarEntry Entry, CsvRow Row)> entries, CalendarEntry entry, CsvRow row)
    {
        // Two names for one rest day are no contradiction (30/4 may be Giỗ Tổ as well); the first is kept.
        if (entries.TryAdd(entry.Day, (entry, row)))
        {
            return;
        }

        var (other, earlier) = entries[entry.Day];
        if (other.IsRest != entry.IsRest || other.Kind != entry.Kind && !entry.IsRest)
        {
            row.ReportWith(
                earlier, RulesCodes.CalendarDayTwice, row["date"], WordOf(other.Kind), WordOf(entry.Kind));
        }
    }

    private static DateOnly? Day(CsvRow row) =>
        DateOnly.TryParseExact(
            row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : row.Refuse<DateOnly>("date", IsoDay);

    private static int? Year(CsvRow row) =>
        int.TryParse(row["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is > 0 and < 10000
            ? year
            : row.Refuse<int>("year", "YYYY");

    private static string? Lunar(CsvRow row)
    {
        var parts = row["lunar"].Split('/');
        if (parts.Length == 2 && IsWithin(parts[0], 30) && IsWithin(parts[1], 12))
        {
            return row["lunar"];
        }

        _ = row.Refuse<int>("lunar", "1/1, 10/3");
        return null;
    }

    private static bool IsWithin(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= most;

    private static CalendarEntryKind? Kind(CsvRow row) => row["kind"] switch
    {
        "holiday" => CalendarEntryKind.Holiday,
        "compensatory" => CalendarEntryKind.Compensatory,
        "swapped" => CalendarEntryKind.Swapped,
        "makeUpWorkday" => CalendarEntryKind.MakeUpWorkday,
        "awaitingEnactment" => CalendarEntryKind.AwaitingEnactment,
        _ => row.Refuse<CalendarEntryKind>("kind", Kinds),
    };

    // The word that the data uses: the kind's name with a small first letter.
    private static string WordOf(CalendarEntryKind kind) =>
        char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..];

    private static DayCertainty? Certainty(CsvRow row) => row["certainty"] switch
    {
        "V" => DayCertainty.Verified,
        "M" => DayCertainty.FromMemory,
        "E" => DayCertainty.Estimate,
        _ => row.Refuse<DayCertainty>("certainty", Certainties),
    };
}
