using System.Globalization;

namespace CaseFlow.Engine.Workflows.Schedules;

/// <summary>A field of a cron expression.</summary>
/// <param name="Name">What its messages call it.</param>
/// <param name="First">Its smallest value.</param>
/// <param name="Last">Its largest value.</param>
/// <param name="Names">Names of the values from <paramref name="First"/> on; empty: it has none.</param>
internal sealed record CronField(string Name, int First, int Last, IReadOnlyList<string> Names)
{
    public static CronField Seconds { get; } = new("seconds", 0, 59, []);

    public static CronField Minutes { get; } = new("minutes", 0, 59, []);

    public static CronField Hours { get; } = new("hours", 0, 23, []);

    public static CronField Days { get; } = new("days of the month", 1, 31, []);

    public static CronField Months { get; } = new(
        "months", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]);

    /// <summary>Sunday is 0, and 7 as well.</summary>
    public static CronField Weekdays { get; } =
        new("days of the week", 0, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]);

    /// <summary>What it may hold, in words of the notation: `0-59`, `1-12, JAN-DEC`.</summary>
    public string Allowed
    {
        get
        {
            var numbers = string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
            return Names.Count == 0 ? numbers : $"{numbers}, {Names[0]}-{Names[^1]}";
        }
    }

    /// <summary>
    /// The values from one to another, every so many of them. Where the first is the larger one they go on over the
    /// end: `FRI-MON`, `22-2`.
    /// </summary>
    public ulong Bits(int from, int to, int step)
    {
        // Both ends of the week are Sunday; going round, it counts once.
        var highest = from > to && ReferenceEquals(this, Weekdays) ? Last - 1 : Last;
        var count = highest - First + 1;
        var end = from <= to ? to : to + count;
        var bits = 0UL;
        for (var value = from; value <= end; value += step)
        {
            bits |= 1UL << (value > highest ? value - count : value);
        }

        return bits;
    }
}
