using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Tests.Calendars;

/// <summary>Calendars and days for the tests.</summary>
internal static class CalendarsOfTests
{
    /// <summary>The days around the holidays that the tables below count over; the schedules of 2024 to 2026.</summary>
    public const string Vietnam = """
        date,name,kind,certainty
        2024-01-01,New Year,holiday,V
        2024-02-08,Tet,holiday,V
        2024-02-09,Tet,holiday,V
        2024-02-12,Tet,holiday,V
        2024-02-13,Tet,holiday,V
        2024-02-14,Tet,holiday,V
        2024-04-18,Hung Kings,holiday,M
        2024-04-29,swapped for 4 May,swapped,V
        2024-04-30,Reunification,holiday,V
        2024-05-01,Labour Day,holiday,V
        2024-05-04,make-up day,makeUpWorkday,V
        2024-09-02,National Day,holiday,V
        2024-09-03,National Day,holiday,V
        2025-01-01,New Year,holiday,V
        2025-01-27,Tet,holiday,V
        2025-01-28,Tet,holiday,V
        2025-01-29,Tet,holiday,V
        2025-01-30,Tet,holiday,V
        2025-01-31,Tet,holiday,V
        2026-02-16,Tet,holiday,V
        2026-08-22,make-up day,makeUpWorkday,V
        2026-08-31,swapped for 22 August,swapped,V
        2026-09-01,National Day,holiday,V
        2026-09-02,National Day,holiday,V
        2026-11-24,Culture Day,awaitingEnactment,M
        2027-02-08,Tet,holiday,E
        2027-02-09,Tet,holiday,E
        """;

    public static WorkingCalendar Of(
        string? csv, bool rolls = true, bool clamps = true, bool fromNextDay = true, string? lunar = null)
    {
        var symbol = new CalendarSymbol("vn", default(SourceSpan))
        {
            Weekend = [DayOfWeek.Saturday, DayOfWeek.Sunday],
            HolidayData = csv is null ? null : "holidays",
            LastDayRolls = rolls,
            MonthsClamp = clamps,
            CountsFromNextDay = fromNextDay,
        };
        return new WorkingCalendar(
            symbol,
            csv is null ? null : CalendarReader.Read("holidays.csv", csv).Entries,
            lunar is null ? null : CalendarReader.ReadLunar("lunar.csv", lunar).Days);
    }

    public static DateOnly Day(string iso) =>
        DateOnly.ParseExact(iso, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
