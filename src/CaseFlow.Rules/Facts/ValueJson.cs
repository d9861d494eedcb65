using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Facts;

/// <summary>
/// Values in JSON: number, string (text, ISO date, an enum member's canonical name), boolean,
/// `{"value":7,"unit":"workingDay"}`, `{"value":250000,"currency":"VND"}`, arrays, objects; `null` is missing.
/// </summary>
public static class ValueJson
{
    /// <summary>
    /// A value in JSON. A value that is unknown has none: fields left out say so, and this gives null for it.
    /// </summary>
    public static JsonNode? Write(Value value) => value switch
    {
        BooleanValue boolean => JsonValue.Create(boolean.Value),
        NumberValue number => JsonValue.Create(Plain(number.Value)),
        MoneyValue money => new JsonObject
        {
            ["value"] = Plain(MoneyUnits.ToMajor(money)),
            ["currency"] = money.Currency,
        },
        DateValue date => JsonValue.Create(date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DurationValue duration => new JsonObject
        {
            ["value"] = duration.Value.Count,
            ["unit"] = duration.Value.UnitName,
        },
        EnumValue member => JsonValue.Create(member.Member.Name),
        TextValue text => JsonValue.Create(text.Value),
        ListValue list => new JsonArray([.. list.Items.Select(Write)]),
        RecordValue record => Fields(record.Record.Fields, record.Fields),
        _ => null,
    };

    /// <summary>Reads one value of a declared type.</summary>
    /// <param name="json">The value.</param>
    /// <param name="type">Its type.</param>
    /// <param name="path">How to call it in problems.</param>
    /// <returns>The value, or null and what is wrong with it.</returns>
    public static (Value? Value, IReadOnlyList<FactProblem> Problems) Read(JsonElement json, RuleType type, string path)
    {
        var reading = new ValueReading();
        return (reading.Value(json, type, path, 1), reading.Problems);
    }

    /// <summary>The known fields, in their order, by canonical name.</summary>
    internal static JsonObject Fields(IEnumerable<FieldSymbol> order, IReadOnlyDictionary<FieldSymbol, Value> fields)
    {
        var json = new JsonObject();
        foreach (var field in order)
        {
            if (fields.TryGetValue(field, out var value) && IsTold(value))
            {
                json.Add(field.Name, Write(value));
            }
        }

        return json;
    }

    /// <summary>
    /// Whether JSON can tell the value: an element that is unknown has no form, so its whole list is left out.
    /// </summary>
    internal static bool IsTold(Value value) => value switch
    {
        UnknownValue => false,
        ListValue list => list.Items.All(IsTold),
        _ => true,
    };

    // 7.0 and 7 are one number; the shorter form is written, so that equal facts are equal bytes.
    private static decimal Plain(decimal number) => number / 1.000000000000000000000000000000m;
}
