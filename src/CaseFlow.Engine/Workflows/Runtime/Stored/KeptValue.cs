using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Runtime.Stored;

/// <summary>
/// Values of workflows to JSON and back exactly: a whole number stays one, a text that looks like a date stays a text.
/// Null, yes and no, texts, whole numbers and lists are plain JSON; everything else is an object of one property that
/// names its kind.
/// </summary>
internal static class KeptValue
{
    /// <summary>How deep lists and values by name may stand in each other.</summary>
    public const int Deepest = 128;

    private const string Double = "r";
    private const string Decimal = "n";
    private const string Instant = "o";
    private const string DateTime = "t";
    private const string Span = "s";
    private const string Guid = "g";
    private const string Bytes = "b";
    private const string Map = "m";

    // Texts with halves of a surrogate pair are no UTF-8; they are kept as their sixteen-bit words.
    private const string Words = "w";

    // Values by names that are such texts: names and values in turn.
    private const string Pairs = "p";

    /// <summary>Writes a value. What is no value of workflows is kept as the text that it prints.</summary>
    /// <exception cref="WorkflowFault">It is nested more deeply than <see cref="Deepest"/>.</exception>
    public static void Write(Utf8JsonWriter json, object? value, int depth = 0)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case string text:
                WriteText(json, text);
                break;
            case long whole:
                json.WriteNumberValue(whole);
                break;
            case int whole:
                json.WriteNumberValue(whole);
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(json, map, Deeper(depth));
                break;
            case IReadOnlyList<object?> list:
                WriteList(json, list, Deeper(depth));
                break;
            case JsonElement element:
                Write(json, ValueJson.Read(element), depth);
                break;
            default:
                WriteTagged(json, value);
                break;
        }
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static object? Read(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Null:
                return null;
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            case JsonValueKind.String:
                return json.GetString();
            case JsonValueKind.Number:
                return json.GetInt64();
            case JsonValueKind.Array:
                return ReadList(json);
            default:
                return ReadTagged(json);
        }
    }

    private static int Deeper(int depth) => depth < Deepest
        ? depth + 1
        : throw new WorkflowFault(
            WorkflowCodes.ValueTooDeep, [Deepest.ToString(CultureInfo.InvariantCulture)]);

    private static void WriteText(Utf8JsonWriter json, string text)
    {
        if (IsWellFormed(text))
        {
            json.WriteStringValue(text);
            return;
        }

        json.WriteStartObject();
        json.WriteBase64String(Words, WordsOf(text));
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<object?> list, int depth)
    {
        json.WriteStartArray();
        foreach (var item in list)
        {
            Write(json, item, depth);
        }

        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, IReadOnlyDictionary<string, object?> map, int depth)
    {
        json.WriteStartObject();
        if (map.Keys.All(IsWellFormed))
        {
            json.WriteStartObject(Map);
            foreach (var (name, value) in map)
            {
                json.WritePropertyName(name);
                Write(json, value, depth);
            }

            json.WriteEndObject();
        }
        else
        {
            json.WriteStartArray(Pairs);
            foreach (var (name, value) in map)
            {
                WriteText(json, name);
                Write(json, value, depth);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteTagged(Utf8JsonWriter json, object value)
    {
        var invariant = CultureInfo.InvariantCulture;
        var (tag, text) = value switch
        {
            double number => (Double, number.ToString("R", invariant)),
            float number => (Double, ((double)number).ToString("R", invariant)),
            decimal number => (Decimal, number.ToString(invariant)),
            DateTimeOffset moment => (Instant, moment.ToString("O", invariant)),
            System.DateTime moment => (DateTime, moment.ToString("O", invariant)),
            TimeSpan span => (Span, span.Ticks.ToString(invariant)),
            System.Guid guid => (Guid, guid.ToString("N")),
            byte[] bytes => (Bytes, Convert.ToBase64String(bytes)),
            _ => ("", ValueText.Of(value)),
        };
        if (tag.Length == 0)
        {
            WriteText(json, text);
            return;
        }

        json.WriteStartObject();
        json.WriteString(tag, text);
        json.WriteEndObject();
    }

    private static List<object?> ReadList(JsonElement json)
    {
        var list = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            list.Add(Read(item));
        }

        return list;
    }

    private static object ReadTagged(JsonElement json)
    {
        foreach (var property in json.EnumerateObject())
        {
            return property.Name switch
            {
                Map => ReadMap(property.Value),
                Pairs => ReadPairs(property.Value),
                Words => TextOf(property.Value.GetBytesFromBase64()),
                Bytes => property.Value.GetBytesFromBase64(),
                _ => ReadText(property.Name, property.Value.GetString() ?? ""),
            };
        }

        throw new FormatException();
    }

    private static object ReadText(string tag, string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        return tag switch
        {
            Double => double.Parse(text, NumberStyles.Float, invariant),
            Decimal => decimal.Parse(text, NumberStyles.Number, invariant),
            Instant => DateTimeOffset.ParseExact(text, "O", invariant, DateTimeStyles.RoundtripKind),
            DateTime => System.DateTime.ParseExact(text, "O", invariant, DateTimeStyles.RoundtripKind),
            Span => new TimeSpan(long.Parse(text, NumberStyles.AllowLeadingSign, invariant)),
            Guid => System.Guid.ParseExact(text, "N"),
            _ => throw new FormatException(),
        };
    }

    private static Dictionary<string, object?> ReadMap(JsonElement json)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            map[property.Name] = Read(property.Value);
        }

        return map;
    }

    private static Dictionary<string, object?> ReadPairs(JsonElement json)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var index = 0; index < json.GetArrayLength(); index += 2)
        {
            map[Read(json[index]) as string ?? throw new FormatException()] = Read(json[index + 1]);
        }

        return map;
    }

    private static bool IsWellFormed(string text)
    {
        var index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; index >= 0 && index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
            {
                continue;
            }

            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return false;
            }

            index++;
        }

        return true;
    }

    private static byte[] WordsOf(string text)
    {
        var bytes = new byte[text.Length * 2];
        for (var index = 0; index < text.Length; index++)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(index * 2), text[index]);
        }

        return bytes;
    }

    private static string TextOf(byte[] words) => string.Create(words.Length / 2, words, static (text, bytes) =>
    {
        for (var index = 0; index < text.Length; index++)
        {
            text[index] = (char)BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(index * 2));
        }
    });
}
