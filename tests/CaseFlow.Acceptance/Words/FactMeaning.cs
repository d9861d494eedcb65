using System.Text.Json.Nodes;

namespace CaseFlow.Acceptance.Words;

/// <summary>What a key of a case tells of the case in the pack.</summary>
internal sealed record FactMeaning
{
    /// <summary>The fact that takes the value, or null where the key only implies others.</summary>
    public string? Fact { get; init; }

    /// <summary>The pack's word for each of the case's words; null: the value is taken as it is.</summary>
    public IReadOnlyDictionary<string, JsonNode>? Values { get; init; }

    /// <summary>The value is a month; the pack keeps its first day.</summary>
    public bool FirstDayOfMonth { get; init; }

    /// <summary>Facts that the key's presence tells besides.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Implies { get; init; } = new Dictionary<string, JsonNode?>();

    /// <summary>For a list of words: what each word tells.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, JsonNode?>>? Flags { get; init; }

    /// <summary>The facts that this value of the key tells, by path.</summary>
    public IEnumerable<KeyValuePair<string, JsonNode?>> Tell(JsonNode? value)
    {
        var told = Implies.ToDictionary();
        if (Fact is not null)
        {
            told[Fact] = Value(value);
        }

        foreach (var flag in Flags is null ? [] : value!.AsArray().SelectMany(word => Flags[word!.GetValue<string>()]))
        {
            told[flag.Key] = flag.Value;
        }

        return told;
    }

    private JsonNode? Value(JsonNode? value) => value switch
    {
        null => null,
        JsonArray list when Values is not null => new JsonArray([.. list.Select(item => Value(item)?.DeepClone())]),
        _ when Values is not null => Values[value.ToString()],
        _ when FirstDayOfMonth => JsonValue.Create(value.GetValue<string>() + "-01"),
        _ => value,
    };
}
