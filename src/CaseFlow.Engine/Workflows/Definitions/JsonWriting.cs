using System.Text.Json;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>Writing of what may be absent.</summary>
internal static class JsonWriting
{
    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void WriteOptional(this Utf8JsonWriter json, string name, JsonElement? value)
    {
        if (value is { } known)
        {
            json.WritePropertyName(name);
            known.WriteTo(json);
        }
    }

    /// <summary>A flag that is left out where it is false.</summary>
    public static void WriteFlag(this Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, true);
        }
    }

    public static void WriteList<T>(
        this Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }

    public static void WriteExtra(this Utf8JsonWriter json, IReadOnlyDictionary<string, JsonElement> extra)
    {
        foreach (var (name, value) in extra)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
    }
}
