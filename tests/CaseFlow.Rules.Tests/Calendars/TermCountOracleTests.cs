using System.Globalization;
using CaseFlow.Rules.Calendars;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Calendars.CalendarsOfTests;

namespace CaseFlow.Rules.Tests.Calendars;

/// <summary>
/// The count against a counter that walks day by day and knows nothing of tables or merged intervals.
/// </summary>
public sealed class TermCountOracleTests
{
    private const int Rounds = 100_000;
    private const int Seed = 20261121;

    [Fact]
    public void Forward_OnRandomTerms_AgreesWithCountingDayByDay()
    {
        TestContext.Current.SendDiagnosticMessage(Because(0));
        var random = new Random(Seed);
        var calendars = Calendars(random);
        for (var round = 0; round < Rounds; round++)
        {
            var calendar = calendars[random.Next(calendars.Count)];
            var start = new DateOnly(2021, 1, 1).AddDays(random.Next(1500));
            var terms = Terms(random, calendar);
            var excluded = Intervals(random, start);
            var (raw, last, days) = Oracle(start, terms, excluded, calendar);

            var term = TermCount.Forward(start, terms, excluded, calendar);

            (term.RawEnd, term.LastDay, term.ExcludedDays).Should().Be(
                (raw, last, days), Because(round));
            if (round % 10 == 0)
            {
                CheckSteps(term, start, terms, round);
            }
        }
    }

    [Fact]
    public void Back_OnRandomTerms_AgreesWithCountingDayByDay()
    {
        var random = new Random(Seed);
        var calendars = Calendars(random);
        for (var round = 0; round < Rounds / 10; round++)
        {
            var calendar = calendars[random.Next(calendars.Count)];
            var anchor = new DateOnly(2021, 6, 1).AddDays(random.Next(1500));
            var isWorking = calendar is not null && random.Next(2) == 0;
            var term = new RuleDuration(random.Next(60), isWorking ? DurationUnit.WorkingDay : DurationUnit.Day);
            var (day, left) = (anchor, term.Count);
            while (left > 0)
            {
                day = day.AddDays(-1);
                left -= !isWorking || calendar!.IsWorkingDay(day) ? 1 : 0;
            }

            var counted = TermCount.Back(anchor, term, calendar);

            counted.LastDay.Should().Be(day, Because(round));
            counted.Steps.Skip(2).Sum(step => step.Count).Should().Be(term.Count);
        }
    }

    private static string Because(int round) =>
        string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, round {round}");

    // One step after another, every day from the start to the raw end stands in exactly one run, and counts add up.
    private static void CheckSteps(CountedTerm term, DateOnly start, IReadOnlyList<RuleDuration> terms, int round)
    {
        if (terms.Any(part => part.Unit is DurationUnit.Month or DurationUnit.Year)
            || terms.All(part => part.Count == 0))
        {
            return;
        }

        var runs = term.Steps.Where(step => step.Kind is not (TermStepKind.TermBegins or TermStepKind.Rolled)).ToList();
        var because = Because(round);
        var excluded = runs.Where(step => step.Kind == TermStepKind.IntervalExcluded).Sum(step => step.Count);
        var rolledOver = term.Steps.SkipWhile(step => step.Kind != TermStepKind.Rolled).Any()
            ? term.LastDay.DayNumber - term.RawEnd.DayNumber
            : 0;
        excluded.Should().Be(term.ExcludedDays, because);
        runs.Where(step => step.Kind != TermStepKind.IntervalExcluded).Sum(step => step.Count)
            .Should().Be(terms.Sum(part => part.Count), because);
        runs.Sum(step => step.Through.DayNumber - step.From.DayNumber + 1)
            .Should().Be(term.RawEnd.DayNumber - start.DayNumber + 1 + rolledOver, because);
    }

    private static (DateOnly Raw, DateOnly Last, int Excluded) Oracle(
        DateOnly start, List<RuleDuration> terms, List<ExcludedInterval> excluded, WorkingCalendar? calendar)
    {
        var (day, given) = (start, 0);
        if (calendar is { Options.CountsFromNextDay: false })
        {
            day = start.AddDays(-1);
        }

        foreach (var term in terms)
        {
            var (isWorking, left) = (term.Unit == DurationUnit.WorkingDay, term.Count);
            if (term.Unit == DurationUnit.Month)
            {
                var end = day.AddMonths(term.Count);
                left = Enumerable.Range(1, end.DayNumber - day.DayNumber)
                    .Count(step => excluded.Exists(one => one.Contains(day.AddDays(step))));
                (day, given) = (end, given + left);
            }

            while (left > 0)
            {
                day = day.AddDays(1);
                var counts = !isWorking || calendar!.IsWorkingDay(day);
                var isExcluded = excluded.Exists(one => one.Contains(day));
                given += counts && isExcluded ? 1 : 0;
                left -= counts && !isExcluded ? 1 : 0;
            }
        }

        var raw = day < start ? start : day;
        var last = raw;
        while (calendar is { Options.LastDayRolls: true } && !calendar.IsWorkingDay(last))
        {
            last = last.AddDays(1);
        }

        return (raw, last, given);
    }

    private static List<RuleDuration> Terms(Random random, WorkingCalendar? calendar) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(8) switch
        {
            0 when calendar is { Options.CountsFromNextDay: true } =>
                new RuleDuration(random.Next(4), DurationUnit.Month),
            < 4 when calendar is not null => new RuleDuration(random.Next(30), DurationUnit.WorkingDay),
            _ => new RuleDuration(random.Next(60), DurationUnit.Day),
        })];

    private static List<ExcludedInterval> Intervals(Random random, DateOnly start) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ =>
        {
            var from = start.AddDays(random.Next(-20, 80));
            return new ExcludedInterval(from, from.AddDays(random.Next(0, 25)), "reason");
        })];

    private static List<WorkingCalendar?> Calendars(Random random)
    {
        var calendars =
            new List<WorkingCalendar?> { null, Of(null), Of(null, rolls: false), Of(null, fromNextDay: false) };
        for (var count = 0; count < 20; count++)
        {
            var days = Enumerable.Range(0, 200)
                .Select(_ => new DateOnly(2020, 1, 1).AddDays(random.Next(365 * 8))).Distinct();
            var rows = days.Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                + (random.Next(4) == 0 ? ",x,makeUpWorkday,V" : ",x,holiday,V"));
            var csv = "date,name,kind,certainty\n2019-01-01,x,holiday,V\n2029-01-01,x,holiday,V\n"
                + string.Join('\n', rows);
            calendars.Add(Of(csv, rolls: random.Next(3) > 0, fromNextDay: random.Next(3) > 0));
        }

        return calendars;
    }
}
