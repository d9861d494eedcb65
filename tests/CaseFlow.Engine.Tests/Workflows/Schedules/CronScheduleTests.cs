using System.Globalization;
using CaseFlow.Engine.Workflows.Schedules;

namespace CaseFlow.Engine.Tests.Workflows.Schedules;

/// <summary>When cron expressions come due, by hand and against one who walks every second and every day.</summary>
public sealed class CronScheduleTests(ITestOutputHelper output)
{
    private static readonly string[] Seconds = ["*", "0", "*/7", "59", "10-20/3", "50-10/7", "1,2,58", "5/20", "?"];

    private static readonly string[] Times = ["*", "0", "*/15", "23", "8-17", "22-2", "1,5/6", "7"];

    private static readonly string[] Days =
        ["*", "?", "1", "31", "L", "L-3", "LW", "15W", "1W", "31W", "L-2W", "10-20/5", "28-3", "*/10", "29,30"];

    private static readonly string[] Months = ["*", "2", "FEB", "JAN-mar", "*/5", "NOV-FEB", "4,6,9", "12", "2/3"];

    private static readonly string[] Weekdays =
        ["*", "?", "0", "7", "SUN", "MON-FRI", "FRI-MON", "5L", "7L", "sunL", "1#1", "MON#5", "*/2", "1/2", "6-2/2"];

    [Theory]
    [InlineData("0 0 * * * *", "2026-09-14T01:00:00Z", "2026-09-14T02:00:00Z")]
    [InlineData("0 0 0 * * *", "2026-09-14T00:00:00Z", "2026-09-15T00:00:00Z")]
    [InlineData("* * * * * *", "2026-12-31T23:59:59.5Z", "2027-01-01T00:00:00Z")]
    [InlineData("*/6 * * * * *", "2026-09-14T01:00:00Z", "2026-09-14T01:00:06Z")]
    [InlineData("0 30 8 L * *", "2026-02-14T00:00:00Z", "2026-02-28T08:30:00Z")]
    [InlineData("0 0 8 * * MON-FRI", "2026-09-18T09:00:00Z", "2026-09-21T08:00:00Z")]
    [InlineData("0 0 0 13 * FRI", "2026-09-14T00:00:00Z", "2026-11-13T00:00:00Z")]
    [InlineData("0 0 0 29 2 MON", "2026-09-14T00:00:00Z", "2044-02-29T00:00:00Z")]
    [InlineData("0 0 0 LW 5 ?", "2026-09-14T00:00:00Z", "2027-05-31T00:00:00Z")]
    [InlineData("0 0 0 1W 8 *", "2026-07-01T00:00:00Z", "2026-08-03T00:00:00Z")]
    [InlineData("0 0 12 ? * 2#1", "2026-09-14T00:00:00Z", "2026-10-06T12:00:00Z")]
    [InlineData("0 0 12 * * 7L", "2026-09-14T00:00:00Z", "2026-09-27T12:00:00Z")]
    [InlineData("@daily", "2026-09-14T05:00:00Z", "2026-09-15T00:00:00Z")]
    [InlineData("  0\t0 12 * * 0  ", "2026-09-14T00:00:00Z", "2026-09-20T12:00:00Z")]
    [InlineData("0 0 0 1 1 *", "2026-09-14T02:00:00+07:00", "2027-01-01T00:00:00Z")]
    public void Next_OfAnExpression_IsTheFirstMomentAfter(string expression, string after, string next)
    {
        var schedule = CronReader.Read(expression, out _);

        schedule!.Next(Moment(after)).Should().Be(Moment(next));
    }

    [Theory]
    [InlineData("0 0 0 30 2 *")]
    [InlineData("0 0 0 31 4,6,9,11 *")]
    [InlineData("0 0 0 1-7 * MON#2")]
    [InlineData("0 0 0 L-30 2 *")]
    [InlineData("0 0 0 15W * SUN")]
    public void Next_OfAnExpressionThatNeverComesDue_IsNothing(string expression)
    {
        CronReader.Read(expression, out _)!.Next(Moment("2026-09-14T00:00:00Z")).Should().BeNull();
    }

    [Theory]
    [InlineData("* * * *", "CF10014", "4")]
    [InlineData("0 * * * *", "CF10014", "5")]
    [InlineData("invalid", "CF10014", "1")]
    [InlineData("", "CF10014", "0")]
    [InlineData("0 0 0 * * * *", "CF10014", "7")]
    [InlineData("60 * * * * *", "CF10015", "seconds")]
    [InlineData("* 60 * * * *", "CF10015", "minutes")]
    [InlineData("0 0 25 * * *", "CF10015", "hours")]
    [InlineData("0 0 0 0 * *", "CF10015", "days of the month")]
    [InlineData("0 0 0 32 * *", "CF10015", "days of the month")]
    [InlineData("0 0 0 L-31 * *", "CF10015", "days of the month")]
    [InlineData("0 0 0 1-5W * *", "CF10015", "days of the month")]
    [InlineData("0 0 0 L,5 * *", "CF10015", "days of the month")]
    [InlineData("0 0 0 * 13 *", "CF10015", "months")]
    [InlineData("0 0 0 * JANUARY *", "CF10015", "months")]
    [InlineData("0 0 0 * * 8", "CF10015", "days of the week")]
    [InlineData("0 0 0 * * L", "CF10015", "days of the week")]
    [InlineData("0 0 0 * * 1#6", "CF10015", "days of the week")]
    [InlineData("0 0 0 * * 1#0", "CF10015", "days of the week")]
    [InlineData("*/0 * * * * *", "CF10015", "seconds")]
    [InlineData("*/60 * * * * *", "CF10015", "seconds")]
    [InlineData("*,5 * * * * *", "CF10015", "seconds")]
    [InlineData("5, * * * * *", "CF10015", "seconds")]
    [InlineData("-1 * * * * *", "CF10015", "seconds")]
    [InlineData("001 * * * * *", "CF10015", "seconds")]
    [InlineData("1--2 * * * * *", "CF10015", "seconds")]
    [InlineData("1-2-3 * * * * *", "CF10015", "seconds")]
    [InlineData("٣ * * * * *", "CF10015", "seconds")]
    public void Read_OfAnExpressionThatIsNone_SaysWhichFieldIsWrong(string expression, string code, string what)
    {
        CronReader.Read(expression, out var problem).Should().BeNull();

        problem!.Code.Should().Be(code);
        problem.Arguments[1].Should().Be(what);
    }

    [Fact]
    public void Read_OfAVeryLongText_RefusesItAtOnce()
    {
        CronReader.Read(new string('1', 50_000_000), out var problem).Should().BeNull();

        problem!.Arguments[0].Length.Should().BeLessThan(2_000);
    }

    [Fact]
    public void Next_OfEveryPairOfDayFields_NamesTheSameDaysAsWalkingThem()
    {
        foreach (var (days, months) in from days in Days from months in Months select (days, months))
        {
            foreach (var weekdays in Weekdays)
            {
                AgreesOnDays($"0 0 0 {days} {months} {weekdays}");
            }
        }
    }

    [Fact]
    public void Next_OfRandomExpressions_IsWhatWalkingEverySecondFinds()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CASEFLOW_SEED"), CultureInfo.InvariantCulture, out var given)
            ? given
            : Environment.TickCount;
        output.WriteLine($"CASEFLOW_SEED={seed.ToString(CultureInfo.InvariantCulture)}");
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var expression = string.Join(
                ' ', One(Seconds), One(Times), One(Times), One(Days), One(Months), One(Weekdays));
            var from = new DateTime(2023, 12, 30, 0, 0, 0, DateTimeKind.Utc).AddSeconds(random.Next(160_000_000));
            AgreesOnSeconds(expression, from);
        }

        string One(string[] choices) => choices[random.Next(choices.Length)];
    }

    private static void AgreesOnDays(string expression)
    {
        var (schedule, oracle) = (CronReader.Read(expression, out _)!, new CronOracle(expression));
        var (from, until) = (new DateTime(2027, 12, 30, 0, 0, 0, DateTimeKind.Utc), new DateTime(2029, 3, 2));
        var walked = Enumerable.Range(1, (until - from).Days).Select(day => from.AddDays(day)).Where(oracle.NamesDay);
        var named = new List<DateTime>();
        var next = schedule.Next(new DateTimeOffset(from));
        while (next?.UtcDateTime <= until)
        {
            named.Add(next.Value.UtcDateTime);
            next = schedule.Next(next.Value);
        }

        named.SequenceEqual(walked).Should().BeTrue(expression);
    }

    // A walk of a day; where nothing is due in it, nothing may be said to be.
    private static void AgreesOnSeconds(string expression, DateTime from)
    {
        var oracle = new CronOracle(expression);
        var until = from.AddDays(1);
        var walked = from.AddSeconds(1);
        while (walked < until && !(oracle.NamesDay(walked) && oracle.Names(walked)))
        {
            walked = oracle.NamesDay(walked) ? walked.AddSeconds(1) : walked.Date.AddDays(1);
        }

        var next = CronReader.Read(expression, out _)!.Next(new DateTimeOffset(from))?.UtcDateTime;
        if (walked < until)
        {
            next.Should().Be(walked, "{0} after {1:O}", expression, from);
        }
        else
        {
            (next is null || next >= until).Should().BeTrue("{0} after {1:O} gives {2:O}", expression, from, next);
        }
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
