using System.Numerics;

namespace CaseFlow.Engine.Workflows.Schedules;

/// <summary>The days of the month of a cron expression.</summary>
/// <param name="Bits">The days, where they are named.</param>
internal sealed record CronDays(ulong Bits)
{
    /// <summary>How many days before the last day of the month; null: the days are named.</summary>
    public int? BeforeLast { get; init; }

    /// <summary>Whether the weekday nearest to the day is meant, in the same month.</summary>
    public bool IsNearestWeekday { get; init; }

    /// <summary>Whether a day is one of them.</summary>
    public bool Has(DateOnly day)
    {
        var length = DateTime.DaysInMonth(day.Year, day.Month);
        if (!IsNearestWeekday)
        {
            return BeforeLast is { } before ? day.Day == length - before : (Bits >> day.Day & 1) != 0;
        }

        var meant = BeforeLast is { } early ? length - early : BitOperations.TrailingZeroCount(Bits);
        return meant >= 1 && meant <= length && day.Day == Nearest(day, meant, length);
    }

    private static int Nearest(DateOnly month, int meant, int length) =>
        new DateOnly(month.Year, month.Month, meant).DayOfWeek switch
        {
            DayOfWeek.Saturday => meant == 1 ? 3 : meant - 1,
            DayOfWeek.Sunday => meant == length ? meant - 2 : meant + 1,
            _ => meant,
        };
}

/// <summary>The days of the week of a cron expression.</summary>
/// <param name="Bits">The days; Sunday is 0 and 7.</param>
internal sealed record CronWeekdays(ulong Bits)
{
    /// <summary>No month has more of a day of the week.</summary>
    public const int MostNth = 5;

    private const int Week = 7;

    /// <summary>Whether only the last one of the month is meant.</summary>
    public bool IsLast { get; init; }

    /// <summary>Which one of the month is meant, from 1; null: all.</summary>
    public int? Nth { get; init; }

    /// <summary>Whether a day is one of them.</summary>
    public bool Has(DateOnly day)
    {
        var weekday = (int)day.DayOfWeek;
        var isNamed = (Bits >> weekday & 1) != 0 || (weekday == 0 && (Bits >> Week & 1) != 0);
        return isNamed
            && (Nth is not { } nth || ((day.Day - 1) / Week) + 1 == nth)
            && (!IsLast || day.Day + Week > DateTime.DaysInMonth(day.Year, day.Month));
    }
}

/// <summary>
/// When a cron expression comes due: every second that all six fields name. Days of the month and days of the week must
/// both name the day. All of it in UTC.
/// </summary>
internal sealed class CronSchedule(
    ulong seconds, ulong minutes, ulong hours, CronDays days, ulong months, CronWeekdays weekdays)
{
    /// <summary>
    /// Beyond it nothing comes due. 40 years lie between two 29 February that are Mondays, and no days lie further
    /// apart; the format's owner stops at this year.
    /// </summary>
    public const int LastYear = 2499;

    private const int MinutesAnHour = 60;
    private const int HoursADay = 24;

    /// <summary>The first moment strictly after another; null: there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var utc = after.UtcDateTime;
        if (utc.Year > LastYear)
        {
            return null;
        }

        var first = new DateTime(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc).AddSeconds(1);
        var day = DateOnly.FromDateTime(first);
        if (IsDay(day) && Time(TimeOnly.FromDateTime(first)) is { } today)
        {
            return Moment(day, today);
        }

        return NextDay(day) is { } next ? Moment(next, Time(TimeOnly.MinValue)!.Value) : null;
    }

    private DateOnly? NextDay(DateOnly day)
    {
        for (var next = day.AddDays(1); next.Year <= LastYear;)
        {
            if ((months >> next.Month & 1) == 0)
            {
                next = new DateOnly(next.Year, next.Month, 1).AddMonths(1);
            }
            else if (IsDay(next))
            {
                return next;
            }
            else
            {
                next = next.AddDays(1);
            }
        }

        return null;
    }

    private bool IsDay(DateOnly day) => (months >> day.Month & 1) != 0 && days.Has(day) && weekdays.Has(day);

    // The first time of a day at or after another; null: the day is over.
    private TimeOnly? Time(TimeOnly from)
    {
        var (hour, minute, second) = (from.Hour, from.Minute, from.Second);
        if (From(seconds, second) is not { } secondAt)
        {
            (minute, secondAt) = (minute + 1, First(seconds));
        }

        if (minute >= MinutesAnHour || From(minutes, minute) is not { } minuteAt)
        {
            (hour, minuteAt, secondAt) = (hour + 1, First(minutes), First(seconds));
        }
        else if (minuteAt != from.Minute)
        {
            secondAt = First(seconds);
        }

        if (hour >= HoursADay || From(hours, hour) is not { } hourAt)
        {
            return null;
        }

        return hourAt == from.Hour
            ? new TimeOnly(hourAt, minuteAt, secondAt)
            : new TimeOnly(hourAt, First(minutes), First(seconds));
    }

    private static int? From(ulong bits, int value) =>
        bits >> value is var rest and not 0 ? value + BitOperations.TrailingZeroCount(rest) : null;

    private static int First(ulong bits) => BitOperations.TrailingZeroCount(bits);

    private static DateTimeOffset Moment(DateOnly day, TimeOnly time) => new(day, time, TimeSpan.Zero);
}
