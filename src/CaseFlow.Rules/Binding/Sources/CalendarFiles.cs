using System.Text;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Binding.Sources;

/// <summary>
/// Reads the holiday data of calendars: `x.csv`, and `x.lunar.csv` where it is there. A calendar whose data is not
/// there is an error: without it every weekday would pass for a working day.
/// </summary>
internal static class CalendarFiles
{
    /// <summary>The calendars with their data.</summary>
    public static IReadOnlyDictionary<CalendarSymbol, WorkingCalendar> Read(
        IReadOnlyList<CalendarSymbol> calendars, IRuleSource source, DiagnosticBag findings)
    {
        var read = new Dictionary<CalendarSymbol, WorkingCalendar>(ReferenceEqualityComparer.Instance);
        foreach (var calendar in calendars)
        {
            if (Read(calendar, source, findings) is { } data)
            {
                read.Add(calendar, data);
            }
        }

        return read;
    }

    private static WorkingCalendar? Read(CalendarSymbol calendar, IRuleSource source, DiagnosticBag findings)
    {
        if (calendar.HolidayData is not { } name)
        {
            return new WorkingCalendar(calendar);
        }

        var file = name + ".csv";
        if (Text(source, file) is not { } text)
        {
            findings.Report(RulesCodes.FileMissing, calendar.Span, file);
            return null;
        }

        var days = CalendarReader.Read(file, text);
        findings.AddRange(days.Diagnostics);
        if (days.Entries.Count == 0)
        {
            if (days.Diagnostics.Count == 0)
            {
                findings.Report(RulesCodes.FileMissing, calendar.Span, file);
            }

            return null;
        }

        return new WorkingCalendar(calendar, days.Entries, LunarDays(name + ".lunar.csv", source, findings));
    }

    private static IReadOnlyList<LunarDay> LunarDays(string file, IRuleSource source, DiagnosticBag findings)
    {
        if (Text(source, file) is not { } text)
        {
            return [];
        }

        var days = CalendarReader.ReadLunar(file, text);
        findings.AddRange(days.Diagnostics);
        return days.Days;
    }

    private static string? Text(IRuleSource source, string file) =>
        source.Read(file) is { } bytes ? Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF') : null;
}
