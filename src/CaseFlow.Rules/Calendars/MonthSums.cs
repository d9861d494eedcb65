using System.Globalization;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Calendars;

/// <summary>Sums of a day and months or years, and whole months between two days.</summary>
internal static class MonthSums
{
    private const int MonthsInYear = 12;

    /// <summary>
    /// The day so many months away (BLDS art 148 cl 3): the same day number, else what the calendar says: the month's
    /// end (clamp), the first of the next month (spill), or without a calendar a fault (CF2208).
    /// </summary>
    /// <param name="day">Where to count from.</param>
    /// <param name="months">How many months; negative counts back.</param>
    /// <param name="clamps">True clamp, false spill, null: neither is declared.</param>
    public static DateOnly Add(DateOnly day, long months, bool? clamps)
    {
        var (year, month) = MonthAt(day, months) ?? throw OutOfRange(day, months);
        var length = DateTime.DaysInMonth(year, month);
        if (day.Day <= length)
        {
            return new DateOnly(year, month, day.Day);
        }

        var end = new DateOnly(year, month, length);
        return clamps switch
        {
            true => end,
            false => end.AddDays(1),
            null => throw new EvaluationFaultException(RulesCodes.NotARealSum, [Iso(day), InMonths(months)]),
        };
    }

    /// <summary>Whether the month so many months away is in the years 1 to 9999 and has the day's number.</summary>
    public static bool IsReal(DateOnly day, long months) =>
        MonthAt(day, months) is var (year, month) && day.Day <= DateTime.DaysInMonth(year, month);

    /// <summary>
    /// Whole elapsed months in (<paramref name="from"/>, <paramref name="to"/>], where a month's end counts as the day
    /// (30 November to 29 February is 3 months); negative where <paramref name="to"/> lies before.
    /// </summary>
    public static int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var months = (to.Year - from.Year) * MonthsInYear + to.Month - from.Month;
        var isShort = to.Day < from.Day && to.Day < DateTime.DaysInMonth(to.Year, to.Month);
        return months - (isShort ? 1 : 0);
    }

    /// <summary>Whole elapsed years, in the same way.</summary>
    public static int YearsBetween(DateOnly from, DateOnly to) => Between(from, to) / MonthsInYear;

    /// <summary>The months of a term in months or years.</summary>
    public static long MonthsOf(RuleDuration term) =>
        term.Unit == DurationUnit.Year ? (long)term.Count * MonthsInYear : term.Count;

    /// <summary>The fault of a sum that leaves the years 1 to 9999.</summary>
    public static EvaluationFaultException OutOfRange(DateOnly day, RuleDuration term) =>
        new(RulesCodes.DateOutOfRange, [Iso(day), term.ToString()]);

    private static (int Year, int Month)? MonthAt(DateOnly day, long months)
    {
        var index = day.Year * (long)MonthsInYear + day.Month - 1 + months;
        return index >= MonthsInYear && index / MonthsInYear <= DateOnly.MaxValue.Year
            ? ((int)(index / MonthsInYear), (int)(index % MonthsInYear) + 1)
            : null;
    }

    private static EvaluationFaultException OutOfRange(DateOnly day, long months) =>
        new(RulesCodes.DateOutOfRange, [Iso(day), InMonths(months)]);

    private static string InMonths(long months) => string.Create(CultureInfo.InvariantCulture, $"{months} month");

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
