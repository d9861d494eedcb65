using System.Globalization;
using CaseFlow.Engine.Workflows.Diagnostics;

namespace CaseFlow.Engine.Workflows.Schedules;

/// <summary>What keeps a cron expression from being read.</summary>
/// <param name="Code">`CF10###`.</param>
/// <param name="Arguments">What the message quotes.</param>
internal sealed record CronProblem(string Code, IReadOnlyList<string> Arguments);

/// <summary>
/// Reads cron expressions: seconds, minutes, hours, days of the month, months, days of the week. Each field holds `*`
/// (or `?`), values, ranges, steps and lists of these; days of the month also `L`, `L-3`, `LW` and `15W`, days of the
/// week also `5L` and `5#2`.
/// </summary>
internal sealed class CronReader
{
    // Longer ones are not written by hand: all 60 seconds, named one by one, take 170 characters.
    private const int LongestText = 1_000;

    private const int FieldCount = 6;

    private readonly string _text;
    private readonly CronField _field;
    private int _at;

    private CronReader(string text, CronField field) => (_text, _field) = (text, field);

    /// <summary>The schedule; null where the expression is none, with what is wrong with it.</summary>
    public static CronSchedule? Read(string expression, out CronProblem? problem)
    {
        problem = null;
        var shown = expression.Length > LongestText ? expression[..LongestText] + "…" : expression;
        var text = Spelt(expression.Trim());
        var fields = expression.Length > LongestText
            ? []
            : text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != FieldCount)
        {
            problem = new CronProblem(
                WorkflowCodes.CronFieldCount, [shown, fields.Length.ToString(CultureInfo.InvariantCulture)]);
            return null;
        }

        try
        {
            return new CronSchedule(
                Field(fields[0], CronField.Seconds),
                Field(fields[1], CronField.Minutes),
                Field(fields[2], CronField.Hours),
                new CronReader(fields[3], CronField.Days).Days(),
                Field(fields[4], CronField.Months),
                new CronReader(fields[5], CronField.Weekdays).Weekdays());
        }
        catch (CronFault fault)
        {
            problem = new CronProblem(
                WorkflowCodes.CronUnreadable, [shown, fault.Field.Name, fault.Text, fault.Field.Allowed]);
            return null;
        }
    }

    private static string Spelt(string text) => text.ToLowerInvariant() switch
    {
        "@every_second" => "* * * * * *",
        "@every_minute" => "0 * * * * *",
        "@hourly" => "0 0 * * * *",
        "@daily" or "@midnight" => "0 0 0 * * *",
        "@weekly" => "0 0 0 * * 0",
        "@monthly" => "0 0 0 1 * *",
        "@yearly" or "@annually" => "0 0 0 1 1 *",
        _ => text,
    };

    private static ulong Field(string text, CronField field)
    {
        var reader = new CronReader(text, field);
        return reader.Ended(reader.TakeStar() ? reader.Stepped(field.First, field.Last) : reader.List(reader.Value()));
    }

    private CronDays Days()
    {
        if (TakeStar())
        {
            return new CronDays(Ended(Stepped(_field.First, _field.Last)));
        }

        if (Take('L'))
        {
            var before = Take('-') ? Number(0, _field.Last - 1) : 0;
            return Ended(new CronDays(0) { BeforeLast = before, IsNearestWeekday = Take('W') });
        }

        var day = Value();
        return Take('W')
            ? Ended(new CronDays(1UL << day) { IsNearestWeekday = true })
            : new CronDays(Ended(List(day)));
    }

    private CronWeekdays Weekdays()
    {
        if (TakeStar())
        {
            return new CronWeekdays(Ended(Stepped(_field.First, _field.Last)));
        }

        var day = Value();
        return Take('L') ? Ended(new CronWeekdays(1UL << day) { IsLast = true })
            : Take('#') ? Ended(new CronWeekdays(1UL << day) { Nth = Number(1, CronWeekdays.MostNth) })
            : new CronWeekdays(Ended(List(day)));
    }

    private ulong List(int first)
    {
        var bits = Range(first);
        while (Take(','))
        {
            bits |= Range(Value());
        }

        return bits;
    }

    private ulong Range(int from)
    {
        if (Take('-'))
        {
            return Stepped(from, Value());
        }

        return _at < _text.Length && _text[_at] == '/' ? Stepped(from, _field.Last) : 1UL << from;
    }

    private ulong Stepped(int from, int to) => _field.Bits(from, to, Take('/') ? Number(1, _field.Last) : 1);

    private int Value()
    {
        for (var place = 0; place < _field.Names.Count; place++)
        {
            if (_text.AsSpan(_at).StartsWith(_field.Names[place], StringComparison.OrdinalIgnoreCase))
            {
                _at += _field.Names[place].Length;
                return _field.First + place;
            }
        }

        return Number(_field.First, _field.Last);
    }

    // Two digits at most, as every value has.
    private int Number(int least, int most)
    {
        var digits = _text.AsSpan(_at);
        var length = digits.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : digits.Length;
        if (length is < 1 or > 2
            || int.Parse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture) is var number
            && (number < least || number > most))
        {
            throw new CronFault(_field, _text);
        }

        _at += length;
        return int.Parse(digits[..length], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private bool TakeStar() => Take('*') || Take('?');

    private bool Take(char wanted)
    {
        if (_at == _text.Length || char.ToUpperInvariant(_text[_at]) != wanted)
        {
            return false;
        }

        _at++;
        return true;
    }

    private T Ended<T>(T read) => _at == _text.Length ? read : throw new CronFault(_field, _text);

    private sealed class CronFault(CronField field, string text) : Exception
    {
        public CronField Field { get; } = field;

        public string Text { get; } = text;
    }
}
