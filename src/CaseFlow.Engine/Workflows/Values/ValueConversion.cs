using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Engine.Workflows.Values;

/// <summary>
/// Makes a value of the type that an input or a variable needs. Unlike the format's owner, who silently takes zero for
/// a text that is no number, a value that does not fit is told (docs/adr/0008).
/// </summary>
public static class ValueConversion
{
    private const NumberStyles WholeStyle = NumberStyles.Integer;

    private const NumberStyles NumberStyle = NumberStyles.Float;

    /// <summary>
    /// Converts; false where the value does not fit. Null fits everywhere, and white space where no text is meant.
    /// </summary>
    public static bool TryConvert(object? value, WorkflowType type, out object? converted)
    {
        converted = value;
        if (value is null || type.Kind == ValueKind.Any)
        {
            return true;
        }

        if (type.Kind == ValueKind.Text)
        {
            converted = ValueText.Of(value);
            return true;
        }

        if (value is string text && string.IsNullOrWhiteSpace(text))
        {
            converted = null;
            return true;
        }

        converted = type.Kind switch
        {
            ValueKind.Boolean => Boolean(value),
            ValueKind.Whole => Whole(value),
            ValueKind.Double => Double(value),
            ValueKind.Decimal => Decimal(value),
            ValueKind.Bytes => Bytes(value),
            ValueKind.Guid => value is Guid ? value : Guid.TryParse(ValueText.Of(value), out var guid) ? guid : null,
            ValueKind.TimeSpan => Span(value),
            ValueKind.DateTime => Moment(value)?.UtcDateTime,
            ValueKind.Instant => Moment(value),
            ValueKind.List => List(value, type.Element),
            _ => Map(value, type.Element),
        };
        return converted is not null;
    }

    private static object? Boolean(object value) => value switch
    {
        bool => value,
        string text => bool.TryParse(text, out var flag) ? flag : null,
        long whole => whole != 0,
        double number => number != 0,
        _ => null,
    };

    private static object? Whole(object value) => value switch
    {
        long => value,
        double number when Math.Abs(number) < 9e18 => (long)Math.Round(number, MidpointRounding.ToEven),
        decimal number when Math.Abs(number) < 9e18m => (long)Math.Round(number, MidpointRounding.ToEven),
        bool flag => flag ? 1L : 0L,
        string text => long.TryParse(text, WholeStyle, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        _ => null,
    };

    private static object? Double(object value) => value switch
    {
        double => value,
        long whole => (double)whole,
        decimal number => (double)number,
        string text => double.TryParse(text, NumberStyle, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    private static object? Decimal(object value) => value switch
    {
        decimal => value,
        long whole => (decimal)whole,
        double number when Math.Abs(number) < 7e28 => (decimal)number,
        string text =>
            decimal.TryParse(text, NumberStyle, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    private static byte[]? Bytes(object value)
    {
        if (value is byte[] bytes)
        {
            return bytes;
        }

        var text = value as string ?? "";
        var buffer = new byte[text.Length];
        return value is string && Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
    }

    private static object? Span(object value) => value switch
    {
        TimeSpan => value,
        string text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null,
        _ => null,
    };

    // A moment without an offset is UTC.
    private static DateTimeOffset? Moment(object value) => value switch
    {
        DateTimeOffset moment => moment,
        DateTime moment => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
        string text => DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null,
        _ => null,
    };

    private static List<object?>? List(object value, WorkflowType? element)
    {
        var items = value switch
        {
            IReadOnlyList<object?> list => list,
            string text when Parsed(text) is IReadOnlyList<object?> parsed => parsed,
            _ => [value],
        };
        var converted = new List<object?>(items.Count);
        foreach (var item in items)
        {
            if (!TryConvert(item, element ?? WorkflowType.Any, out var one))
            {
                return null;
            }

            converted.Add(one);
        }

        return converted;
    }

    private static Dictionary<string, object?>? Map(object value, WorkflowType? element)
    {
        var items = value as IReadOnlyDictionary<string, object?>
            ?? (value is string text ? Parsed(text) as IReadOnlyDictionary<string, object?> : null);
        if (items is null)
        {
            return null;
        }

        var converted = new Dictionary<string, object?>(items.Count, StringComparer.Ordinal);
        foreach (var (name, item) in items)
        {
            if (!TryConvert(item, element ?? WorkflowType.Any, out var one))
            {
                return null;
            }

            converted[name] = one;
        }

        return converted;
    }

    /// <summary>What a text writes as JSON; null where it is none.</summary>
    internal static object? Parsed(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return ValueJson.Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
