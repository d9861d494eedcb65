using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Calendars.CalendarsOfTests;

namespace CaseFlow.Rules.Tests.Calendars;

public sealed class TermCountTests
{
    private static readonly WorkingCalendar Calendar = Of(Vietnam);

    /// <summary>BLDS art 147, 148 and the statutes' own terms, as law.md section 6 tells them.</summary>
    [Theory]
    [InlineData("art 147 cl 3: the day of the event is not counted", "2024-05-06", "10 day", "2024-05-16")]
    [InlineData("art 148 cl 5: a Sunday moves to Monday", "2024-05-09", "10 day", "2024-05-20")]
    [InlineData("art 148 cl 5: a holiday moves past all of Tet", "2024-01-31", "10 day", "2024-02-15")]
    [InlineData("art 28: thirty days", "2024-03-04", "30 day", "2024-04-03")]
    [InlineData("art 28: the last day is the holiday of 18 April", "2024-03-04", "45 day", "2024-04-19")]
    [InlineData("D6: swapped day off, make-up Saturday worked", "2024-04-26", "3 workingDay", "2024-05-04")]
    [InlineData("Decree 155 art 10: seven working days", "2026-07-06", "7 workingDay", "2026-07-15")]
    [InlineData("D6: make-up Saturday inside", "2026-08-19", "7 workingDay", "2026-08-27")]
    [InlineData("D5: Tet of 2025 is passed over", "2025-01-23", "5 workingDay", "2025-02-06")]
    [InlineData("art 148 cl 3: a month clamps to its end", "2026-01-31", "1 month", "2026-03-02")]
    [InlineData("a year from a leap day clamps", "2024-02-29", "1 year", "2025-02-28")]
    [InlineData("nothing added rolls all the same", "2026-09-05", "0 day", "2026-09-07")]
    [InlineData("a day awaiting enactment is an ordinary one", "2026-11-23", "1 workingDay", "2026-11-24")]
    public void Forward_ByTheArticles_EndsOnTheDay(string why, string start, string term, string lastDay) =>
        Forward(start, term).LastDay.Should().Be(Day(lastDay), why);

    [Fact]
    public void Forward_WithSuspension_GivesTheRealDaysBack()
    {
        var term = TermCount.Forward(
            Day("2026-08-03"), [Term("45 day")], [Excluded("2026-08-17", "2026-09-07")], Calendar);

        term.ExcludedDays.Should().Be(21);
        term.LastDay.Should().Be(Day("2026-10-08"));
    }

    [Fact]
    public void Forward_WithExtensionAfterSuspension_RollsOnceAtTheEnd()
    {
        // 30 days end on Saturday 6 July; 30 more are counted from there, not from the Monday after.
        var term = TermCount.Forward(Day("2024-06-06"), [Term("30 day"), Term("30 day")], [], Calendar);

        term.RawEnd.Should().Be(Day("2024-08-05"));
        term.LastDay.Should().Be(Day("2024-08-05"));
    }

    [Fact]
    public void Forward_InWorkingDays_GivesBackWorkingDaysOnly()
    {
        var term = TermCount.Forward(
            Day("2026-07-06"), [Term("7 workingDay")], [Excluded("2026-07-10", "2026-07-14")], Calendar);

        term.ExcludedDays.Should().Be(2);
        term.LastDay.Should().Be(Day("2026-07-17"));
    }

    [Theory]
    [InlineData("2026-07-01", "2026-07-06", 0)]
    [InlineData("2026-07-01", "2026-07-07", 0)]
    [InlineData("2026-07-01", "2026-07-08", 1)]
    [InlineData("2026-07-16", "2026-07-17", 1)]
    [InlineData("2026-07-17", "2026-07-30", 0)]
    [InlineData("2026-07-10", "2026-07-10", 0)]
    public void Forward_WithIntervalAtTheEdges_CountsOnlyDaysInside(string from, string before, int excluded)
    {
        var term = TermCount.Forward(Day("2026-07-06"), [Term("10 day")], [Excluded(from, before)], Calendar);

        term.ExcludedDays.Should().Be(excluded);
        term.RawEnd.Should().Be(Day("2026-07-16").AddDays(excluded));
    }

    [Fact]
    public void Forward_WithOverlappingIntervals_CountsADayOnce()
    {
        var term = TermCount.Forward(
            Day("2026-07-06"),
            [Term("10 day")],
            [Excluded("2026-07-12", "2026-07-15"), Excluded("2026-07-10", "2026-07-13"),
                Excluded("2026-07-11", "2026-07-12")],
            Calendar);

        term.ExcludedDays.Should().Be(5);
    }

    [Fact]
    public void Forward_InMonthsWithSuspension_AddsTheDaysInside()
    {
        var term = TermCount.Forward(Day("2026-03-31"), [Term("1 month")],
            [Excluded("2026-04-10", "2026-04-15")], Of(null, rolls: false));

        term.ExcludedDays.Should().Be(5);
        term.LastDay.Should().Be(Day("2026-05-05"));
    }

    [Theory]
    [InlineData(true, "2026-02-28")]
    [InlineData(false, "2026-03-01")]
    public void Forward_ToAMonthThatIsTooShort_ClampsOrSpills(bool clamps, string end) =>
        TermCount.Forward(Day("2026-01-31"), [Term("1 month")], [], Of(null, rolls: false, clamps: clamps))
            .LastDay.Should().Be(Day(end));

    [Theory]
    [InlineData("1 day", "2026-03-01")]
    [InlineData("1 month", "2026-03-31")]
    [InlineData("0 day", "2026-03-01")]
    public void Forward_CountingTheStartDay_EndsADayEarlier(string term, string end) =>
        TermCount.Forward(Day("2026-03-01"), [Term(term)], [], Of(null, rolls: false, fromNextDay: false))
            .LastDay.Should().Be(Day(end));

    [Fact]
    public void Forward_MonthsWithoutCalendarOntoNoRealDay_IsAFault() =>
        FluentActions.Invoking(() => TermCount.Forward(Day("2026-01-31"), [Term("1 month")], [], null))
            .Should().Throw<EvaluationFaultException>().Which.Code.Should().Be("CF2208");

    [Theory]
    [InlineData("2027-12-20", "30 day", "CF4005")]
    [InlineData("2027-12-20", "30 workingDay", "CF4005")]
    [InlineData("9999-12-20", "30 day", "CF4002")]
    [InlineData("9999-12-20", "30 month", "CF4002")]
    [InlineData("2026-12-20", "2000000000 year", "CF4002")]
    [InlineData("2026-12-20", "2147483647 year", "CF4002")]
    [InlineData("2026-12-20", "-1 day", "CF4006")]
    public void Forward_BeyondWhatIsKnown_IsAFault(string start, string term, string code) =>
        FluentActions.Invoking(() => Forward(start, term)).Should()
            .Throw<EvaluationFaultException>().Which.Code.Should().Be(code);

    [Theory]
    [InlineData("2024-06-20", "5 workingDay", "2024-06-13")]
    [InlineData("2026-08-14", "5 day", "2026-08-09")]
    [InlineData("2024-05-06", "1 workingDay", "2024-05-04")]
    [InlineData("2026-03-31", "1 month", "2026-02-28")]
    public void Back_FromAnEvent_NeverRolls(string anchor, string term, string end) =>
        TermCount.Back(Day(anchor), Term(term), Calendar).LastDay.Should().Be(Day(end));

    [Theory]
    [InlineData("2024-04-15", "5 workingDay", DayCertainty.FromMemory)]
    [InlineData("2024-04-19", "5 workingDay", DayCertainty.Verified)]
    [InlineData("2024-03-19", "30 day", DayCertainty.FromMemory)]
    [InlineData("2024-04-10", "30 day", DayCertainty.Verified)]
    [InlineData("2027-01-09", "30 day", DayCertainty.Estimate)]
    [InlineData("2027-02-01", "6 workingDay", DayCertainty.Estimate)]
    public void Forward_OverUncertainDays_CarriesTheWorstThatItDependsOn(string start,
        string term, DayCertainty worst) =>
        Forward(start, term).Certainty.Should().Be(worst);

    [Fact]
    public void Steps_OfWorkingDaysOverHolidays_NameEveryDay()
    {
        var term = TermCount.Forward(
            Day("2024-04-25"), [Term("4 workingDay")],
                [new ExcludedInterval(Day("2024-05-02"), Day("2024-05-04"), "suspended")], Calendar);

        term.Steps.Select(step => (step.Kind, step.From, step.Through, step.Count, step.Name)).Should().Equal(
            (TermStepKind.StartExcluded, Day("2024-04-25"), Day("2024-04-25"), 0, null),
            (TermStepKind.TermBegins, Day("2024-04-25"), Day("2024-04-25"), 0, null),
            (TermStepKind.Counted, Day("2024-04-26"), Day("2024-04-26"), 1, null),
            (TermStepKind.WeekendSkipped, Day("2024-04-27"), Day("2024-04-28"), 0, null),
            (TermStepKind.HolidaySkipped, Day("2024-04-29"), Day("2024-04-29"), 0, "swapped for 4 May"),
            (TermStepKind.HolidaySkipped, Day("2024-04-30"), Day("2024-04-30"), 0, "Reunification"),
            (TermStepKind.HolidaySkipped, Day("2024-05-01"), Day("2024-05-01"), 0, "Labour Day"),
            (TermStepKind.IntervalExcluded, Day("2024-05-02"), Day("2024-05-03"), 2, "suspended"),
            (TermStepKind.MakeUpDayCounted, Day("2024-05-04"), Day("2024-05-04"), 1, "make-up day"),
            (TermStepKind.WeekendSkipped, Day("2024-05-05"), Day("2024-05-05"), 0, null),
            (TermStepKind.Counted, Day("2024-05-06"), Day("2024-05-07"), 2, null));
    }

    [Fact]
    public void Steps_OfARolledEnd_SayWhyAndWhereTo()
    {
        var steps = Forward("2024-01-31", "10 day").Steps;

        steps.Select(step => step.Kind).Should().Equal(
            TermStepKind.StartExcluded,
            TermStepKind.TermBegins,
            TermStepKind.Counted,
            TermStepKind.WeekendSkipped,
            TermStepKind.HolidaySkipped,
            TermStepKind.Rolled);
        steps[^1].Should().Match<TermStep>(step => step.From == Day("2024-02-10") && step.Through == Day("2024-02-15"));
    }

    [Theory]
    [InlineData("2025-11-30", "2026-02-28", 3)]
    [InlineData("2023-11-30", "2024-02-29", 3)]
    [InlineData("2023-11-30", "2024-02-28", 2)]
    [InlineData("2026-01-15", "2026-03-14", 1)]
    [InlineData("2026-03-14", "2026-01-15", -1)]
    [InlineData("2026-03-14", "2026-03-14", 0)]
    public void DateSpan_InMonths_CountsWholeElapsedMonths(string from, string to, int months) =>
        DateSpan.Count(DurationUnit.Month, Day(from), Day(to), null).Should().Be(months);

    [Theory]
    [InlineData("2024-02-29", "2025-02-28", 1)]
    [InlineData("2024-03-01", "2025-02-28", 0)]
    public void DateSpan_InYears_CountsWholeElapsedYears(string from, string to, int years) =>
        DateSpan.Count(DurationUnit.Year, Day(from), Day(to), null).Should().Be(years);

    [Theory]
    [InlineData(DurationUnit.Day, "2024-04-26", "2024-05-06", 10)]
    [InlineData(DurationUnit.WorkingDay, "2024-04-26", "2024-05-06", 4)]
    [InlineData(DurationUnit.WorkingDay, "2024-05-06", "2024-04-26", -4)]
    public void DateSpan_InDays_LeavesTheFirstDayOut(DurationUnit unit, string from, string to, int days) =>
        DateSpan.Count(unit, Day(from), Day(to), Calendar).Should().Be(days);

    private static CountedTerm Forward(string start, string term) =>
        TermCount.Forward(Day(start), [Term(term)], [], Calendar);

    private static ExcludedInterval Excluded(string from, string before) => new(Day(from), Day(before), "suspended");

    private static RuleDuration Term(string text)
    {
        var parts = text.Split(' ');
        return new RuleDuration(
            int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture),
                RuleDuration.UnitOf(parts[1])!.Value);
    }
}
