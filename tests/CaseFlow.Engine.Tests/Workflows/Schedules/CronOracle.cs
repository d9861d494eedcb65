using System.Globalization;

namespace CaseFlow.Engine.Tests.Workflows.Schedules;

/// <summary>
/// Says of one second whether a cron expression names it, by the words of the notation and without any arithmetic on
/// bits: values are written out as sets, days are counted by walking the month.
/// </summary>
internal sealed class CronOracle
{
    private static readonly string[] MonthNames =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

    private static readonly string[] DayNames = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    private readonly HashSet<int> _seconds;
    private readonly HashSet<int> _minutes;
    private readonly HashSet<int> _hours;
    private readonly HashSet<int> _months;
    private readonly Dictionary<(int Year, int Month), HashSet<int>> _named = [];
    private readonly string _days;
    private readonly string _weekdays;

    public CronOracle(string expression)
    {
        var fields = expression.Split(' ');
        _seconds = Values(fields[0], 0, 59, []);
        _minutes = Values(fields[1], 0, 59, []);
        _hours = Values(fields[2], 0, 23, []);
        _days = fields[3].ToUpperInvariant();
        _months = Values(fields[4], 1, 12, MonthNames);
        _weekdays = fields[5].ToUpperInvariant();
    }

    public bool Names(DateTime moment) =>
        _seconds.Contains(moment.Second) && _minutes.Contains(moment.Minute) && _hours.Contains(moment.Hour)
        && NamesDay(moment.Date);

    public bool NamesDay(DateTime day)
    {
        if (!_months.Contains(day.Month))
        {
            return false;
        }

        if (!_named.TryGetValue((day.Year, day.Month), out var days))
        {
            days = [.. DaysOf(day.Year, day.Month).Intersect(WeekdaysOf(day.Year, day.Month))];
            _named.Add((day.Year, day.Month), days);
        }

        return days.Contains(day.Day);
    }

    private HashSet<int> DaysOf(int year, int month)
    {
        var last = Enumerable.Range(1, 31).Last(day => IsDate(year, month, day));
        if (_days.Contains('L', StringComparison.Ordinal))
        {
            var digits = new string([.. _days.Where(char.IsAsciiDigit)]);
            var meant = last - (digits.Length == 0 ? 0 : int.Parse(digits, CultureInfo.InvariantCulture));
            return _days.EndsWith('W') ? Nearest(year, month, meant) : [meant];
        }

        return _days.EndsWith('W')
            ? Nearest(year, month, int.Parse(_days[..^1], CultureInfo.InvariantCulture))
            : Values(_days, 1, 31, []);
    }

    // Of all weekdays of the month the one with the least distance.
    private static HashSet<int> Nearest(int year, int month, int meant) =>
        IsDate(year, month, meant)
            ?
            [
                Enumerable.Range(1, 31)
                    .Where(day => IsDate(year, month, day)
                        && new DateTime(year, month, day).DayOfWeek is not DayOfWeek.Saturday and not DayOfWeek.Sunday)
                    .MinBy(day => Math.Abs(day - meant)),
            ]
            : [];

    private HashSet<int> WeekdaysOf(int year, int month)
    {
        var parts = _weekdays.Split('#');
        var name = parts[0].EndsWith('L') ? parts[0][..^1] : parts[0];
        var named = Values(name, 0, 7, DayNames).Select(day => day % 7).ToHashSet();
        var days = Enumerable.Range(1, 31)
            .Where(day => IsDate(year, month, day)
                && named.Contains((int)new DateTime(year, month, day).DayOfWeek)).ToList();
        return _weekdays.EndsWith('L') ? [days[^1]]
            : parts.Length == 1 ? [.. days]
            : [.. days.Skip(int.Parse(parts[1], CultureInfo.InvariantCulture) - 1).Take(1)];
    }

    private static bool IsDate(int year, int month, int day) =>
        day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static HashSet<int> Values(string field, int first, int last, string[] names)
    {
        var values = new HashSet<int>();
        foreach (var part in field.Split(','))
        {
            var halves = part.Split('/');
            var step = halves.Length == 1 ? 1 : int.Parse(halves[1], CultureInfo.InvariantCulture);
            var ends = halves[0] is "*" or "?" ? [first, last] : halves[0].Split('-').Select(end =>
                Array.IndexOf(names, end.ToUpperInvariant()) is var place and >= 0
                    ? first + place
                    : int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
            values.UnionWith(Walk(ends, halves.Length > 1, first, last).Where((_, place) => place % step == 0));
        }

        return values;
    }

    // Step by step round the clock, from the first end to the second.
    private static IEnumerable<int> Walk(int[] ends, bool isOpen, int first, int last)
    {
        var to = ends.Length > 1 ? ends[1] : isOpen ? last : ends[0];
        var top = ends[0] > to && last == 7 ? 6 : last;
        var value = ends[0] > top ? first : ends[0];
        while (true)
        {
            yield return value;
            if (value == to)
            {
                yield break;
            }

            value = value == top ? first : value + 1;
        }
    }
}
