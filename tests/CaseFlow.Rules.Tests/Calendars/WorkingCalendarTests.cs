using CaseFlow.Rules.Calendars;
using CaseFlow.Tests.Shared;
using static CaseFlow.Rules.Tests.Calendars.CalendarsOfTests;

namespace CaseFlow.Rules.Tests.Calendars;

public sealed class WorkingCalendarTests
{
    private static readonly WorkingCalendar Calendar =
        Of(Vietnam, lunar: "year,lunar,date,certainty\n2027,1/1,2027-02-06,V\n");

    [Theory]
    [InlineData("2024-04-29", DayState.Rest, false)]
    [InlineData("2024-05-04", DayState.Working, true)]
    [InlineData("2024-05-05", DayState.Rest, false)]
    [InlineData("2024-05-06", DayState.Working, true)]
    [InlineData("2026-11-24", DayState.Unknown, true)]
    public void Ask_OfADay_AnswersAndCountsApart(string day, DayState state, bool counts)
    {
        Calendar.Ask(Day(day)).State.Should().Be(state);
        Calendar.IsWorkingDay(Day(day)).Should().Be(counts);
    }

    [Fact]
    public void Ask_OfADayAwaitingEnactment_AsksForConfiguration()
    {
        var answer = Calendar.Ask(Day("2026-11-24"));

        answer.RequiresConfiguration.Should().BeTrue();
        answer.Entry!.Name.Should().Be("Culture Day");
        answer.Certainty.Should().Be(DayCertainty.FromMemory);
    }

    [Theory]
    [InlineData("2023-12-31")]
    [InlineData("2028-01-01")]
    public void Ask_OutsideTheData_IsAFaultThatNamesTheDay(string day)
    {
        var asking = () => Calendar.Ask(Day(day));

        var fault = asking.Should().Throw<PastHorizonException>().Which;
        fault.Code.Should().Be("CF4005");
        fault.Arguments.Should().Equal(day, "vn", "2027-12-31");
    }

    [Theory]
    [InlineData("2024-01-02")]
    [InlineData("2027-12-30")]
    public void Calendar_OfItsData_CoversWholeYears(string day) => Calendar.IsWorkingDay(Day(day)).Should().BeTrue();

    [Fact]
    public void Calendar_WithoutData_KnowsWeekendsForEver()
    {
        var calendar = Of(null);

        calendar.IsWorkingDay(Day("0001-01-01")).Should().BeTrue();
        calendar.IsWorkingDay(Day("9999-12-31")).Should().BeTrue();
        calendar.IsWorkingDay(Day("2026-11-21")).Should().BeFalse();
        calendar.WorkingDaysIn(Day("2026-11-20"), Day("2026-12-04")).Should().Be(10);
    }

    [Theory]
    [InlineData("2025-02-02", "2025-01-24")]
    [InlineData("2025-02-03", "2025-02-03")]
    [InlineData("2024-05-05", "2024-05-04")]
    public void LastWorkingDayOnOrBefore_OfADay_GoesBackOverRestDays(string day, string expected) =>
        Calendar.LastWorkingDayOnOrBefore(Day(day)).Should().Be(Day(expected));

    [Fact]
    public void LunarDate_OfAYear_IsLookedUpAndNeverComputed()
    {
        Calendar.LunarDate("1/1", 2027)!.Day.Should().Be(Day("2027-02-06"));
        Calendar.LunarDate("1/1", 2026).Should().BeNull();
    }

    [Fact]
    public void Version_OfTheSameRowsInAnotherOrder_IsTheSame()
    {
        var lines = Vietnam.Split('\n');
        var shuffled = string.Join('\n', lines.Take(1).Concat(lines.Skip(1).Reverse()));

        Of(shuffled).Version.Should().Be(Of(Vietnam).Version);
        Of(Vietnam.Replace("2024-09-03", "2024-08-30", StringComparison.Ordinal))
            .Version.Should().NotBe(Of(Vietnam).Version);
    }

    [Fact]
    public void Calendar_OfTheRealYears_AgreesWithTheSchedules()
    {
        var text = File.ReadAllText(Requires.SharedCorpus("domain/holidays.csv"));
        var read = CalendarReader.Read("holidays.csv", text);
        var calendar = Of(text);

        read.Diagnostics.Should().BeEmpty();
        calendar.IsWorkingDay(Day("2020-09-01")).Should().BeTrue();
        calendar.IsWorkingDay(Day("2021-02-11")).Should().BeFalse();
        calendar.IsWorkingDay(Day("2023-05-03")).Should().BeFalse();
        calendar.IsWorkingDay(Day("2025-04-26")).Should().BeTrue();
        calendar.IsWorkingDay(Day("2026-08-22")).Should().BeTrue();
        calendar.WorkingDaysIn(Day("2025-01-23"), Day("2025-02-06")).Should().Be(5);
        calendar.WorkingDaysIn(Day("2026-08-28"), Day("2026-09-04")).Should().Be(2);
    }
}
