using CaseFlow.Rules.Binding.Citations;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Declares calendars. What a calendar leaves out has the default of its symbol.</summary>
internal static class CalendarDeclarer
{
    // The days of the week are names, not keywords; both languages are read in every file.
    private static readonly Dictionary<string, DayOfWeek> Days = new(StringComparer.Ordinal)
    {
        ["monday"] = DayOfWeek.Monday,
        ["tuesday"] = DayOfWeek.Tuesday,
        ["wednesday"] = DayOfWeek.Wednesday,
        ["thursday"] = DayOfWeek.Thursday,
        ["friday"] = DayOfWeek.Friday,
        ["saturday"] = DayOfWeek.Saturday,
        ["sunday"] = DayOfWeek.Sunday,
        ["thứ_hai"] = DayOfWeek.Monday,
        ["thứ_ba"] = DayOfWeek.Tuesday,
        ["thứ_tư"] = DayOfWeek.Wednesday,
        ["thứ_năm"] = DayOfWeek.Thursday,
        ["thứ_sáu"] = DayOfWeek.Friday,
        ["thứ_bảy"] = DayOfWeek.Saturday,
        ["chủ_nhật"] = DayOfWeek.Sunday,
    };

    private static readonly Dictionary<string, DayOfWeek> FoldedDays =
        Days.ToDictionary(day => IdentifierFolding.Fold(day.Key), day => day.Value, StringComparer.Ordinal);

    /// <summary>Declares the calendars of all modules.</summary>
    public static void Declare(PackDeclarations pack)
    {
        foreach (var (syntax, scope) in pack.All<CalendarSyntax>())
        {
            var calendar = new CalendarSymbol(syntax.Name.Text, syntax.Name.Span)
            {
                Weekend = [.. syntax.Weekend.Select(day => Day(day, scope)).OfType<DayOfWeek>().Distinct()],
                HolidayData = syntax.HolidayData,
                CountsFromNextDay = syntax.CountFromNextDay ?? true,
                MonthsClamp = syntax.MonthsClamp ?? true,
                LastDayRolls = syntax.LastDayRolls ?? true,
                Cites = CitationBinder.Demand(syntax.Cites, syntax.Name.Text, syntax.Name.Span, scope),
                Note = syntax.Note,
            };
            pack.Calendars.Add(calendar);
            pack.Enter(pack.Names.Calendars, calendar);
        }
    }

    private static DayOfWeek? Day(Name name, ModuleScope scope)
    {
        if (FoldedDays.TryGetValue(IdentifierFolding.Fold(name.Text), out var day))
        {
            return day;
        }

        scope.Findings.ReportGuessing(
            RulesCodes.UnknownName, name.Span, Suggestions.Nearest(name.Text, Days.Keys), name.Text);
        return null;
    }
}
