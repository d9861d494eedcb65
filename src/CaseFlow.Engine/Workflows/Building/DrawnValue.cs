using System.Collections;
using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Building;

/// <summary>Values of .NET as they stand in definitions.</summary>
internal static class DrawnValue
{
    /// <summary>As the value of a variable or a literal.</summary>
    public static JsonElement Json(object? value)
    {
        using var json = JsonDocument.Parse(ValueJson.Text(Plain(value)));
        return json.RootElement.Clone();
    }

    /// <summary>As an expression: a literal, and what is no single value as a text of JSON.</summary>
    public static ExpressionDefinition Expression(object? value) => Plain(value) is var plain
        && plain is IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>
            ? new ExpressionDefinition("Object", Json(ValueJson.Text(plain)))
            : new ExpressionDefinition("Literal", Json(plain));

    /// <summary>As a value of workflows, apart from moments and lengths of time, which are texts.</summary>
    public static object? Plain(object? value) => value switch
    {
        null or string or bool or long or double or decimal or byte[] => value,
        int or short or byte => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        float number => (double)number,
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        IDictionary map => map.Keys.Cast<object>().ToDictionary(
            key => ValueText.Of(key), key => Plain(map[key]), StringComparer.Ordinal),
        IEnumerable list => list.Cast<object?>().Select(Plain).ToList(),
        _ => ValueText.Of(value),
    };
}
