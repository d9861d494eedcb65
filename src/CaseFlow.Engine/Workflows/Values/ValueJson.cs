using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CaseFlow.Engine.Workflows.Values;

/// <summary>
/// Values of workflows from and to JSON. A value is null, a boolean, a long, a double, a decimal, a text, a moment, a
/// length of time, a Guid, bytes, a list of values, or values by name.
/// </summary>
public static class ValueJson
{
    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value that JSON writes; a number without a fraction is whole.</summary>
    public static object? Read(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? (object)whole : json.GetDouble(),
        JsonValueKind.Array => json.EnumerateArray().Select(Read).ToList(),
        JsonValueKind.Object => json.EnumerateObject()
            .GroupBy(property => property.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Read(group.Last().Value), StringComparer.Ordinal),
        _ => null,
    };

    /// <summary>The value as compact JSON; what JSON has no form for is a text in its invariant form.</summary>
    public static string Text(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            Write(json, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case decimal number:
                json.WriteNumberValue(number);
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(json, map);
                break;
            case IReadOnlyList<object?> list:
                WriteList(json, list);
                break;
            default:
                json.WriteStringValue(ValueText.Of(value));
                break;
        }
    }

    private static void WriteMap(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> map)
    {
        json.WriteStartObject();
        foreach (var (name, value) in map)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<object?> list)
    {
        json.WriteStartArray();
        foreach (var value in list)
        {
            Write(json, value);
        }

        json.WriteEndArray();
    }
}

/// <summary>Values of workflows as the text that `WriteLine` prints.</summary>
public static class ValueText
{
    /// <summary>
    /// The text: nothing for null, `True` and `False`, numbers and moments in their invariant form, lists and values by
    /// name as compact JSON.
    /// </summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "True" : "False",
        byte[] bytes => Convert.ToBase64String(bytes),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, object?> or IReadOnlyList<object?> => ValueJson.Text(value),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
