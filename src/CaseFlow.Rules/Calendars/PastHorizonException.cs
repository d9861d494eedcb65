using System.Globalization;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Rules.Calendars;

/// <summary>A day was asked for that lies outside the calendar's data (CF4005).</summary>
/// <param name="day">The day asked for, or the first day past the data that an answer would need.</param>
/// <param name="calendar">The calendar's name.</param>
/// <param name="first">First day of the data.</param>
/// <param name="last">Last day of the data, inclusive.</param>
public sealed class PastHorizonException(DateOnly day, string calendar, DateOnly first, DateOnly last)
    : EvaluationFaultException(RulesCodes.PastHolidays, [Iso(day), calendar, Iso(last)])
{
    /// <summary>The day asked for.</summary>
    public DateOnly Day { get; } = day;

    /// <summary>First day of the data.</summary>
    public DateOnly First { get; } = first;

    /// <summary>Last day of the data, inclusive.</summary>
    public DateOnly Last { get; } = last;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
