using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CaseFlow.Engine.Cases;

/// <summary>
/// The facts of a case as JSON text by path (`petition.kind`), free of any pack, so that a history can be replayed for
/// ever. Immutable; the values are canonical, as the rules' fact writer makes them.
/// </summary>
public sealed class FactSheet
{
    private readonly ImmutableSortedDictionary<string, string> _values;

    private FactSheet(ImmutableSortedDictionary<string, string> values) => _values = values;

    /// <summary>Nothing is known.</summary>
    public static FactSheet Empty { get; } =
        new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    /// <summary>Paths of the facts that are known, in ordinal order.</summary>
    public IEnumerable<string> Paths => _values.Keys;

    /// <summary>The JSON text of a fact, or null where it is unknown.</summary>
    public string? this[string path] => _values.GetValueOrDefault(path);

    /// <summary>The same sheet with those facts over it: roots, each an object of facts.</summary>
    public FactSheet With(JsonElement facts)
    {
        var values = _values.ToBuilder();
        foreach (var root in facts.EnumerateObject())
        {
            foreach (var fact in root.Value.EnumerateObject())
            {
                values[root.Name + "." + fact.Name] = fact.Value.GetRawText();
            }
        }

        return new FactSheet(values.ToImmutable());
    }

    /// <summary>The same sheet with those facts over it.</summary>
    public FactSheet With(JsonObject facts)
    {
        using var document = JsonDocument.Parse(facts.ToJsonString());
        return With(document.RootElement);
    }

    /// <summary>The facts as `{"petition":{…}}`; a new object every time.</summary>
    public JsonObject ToJson()
    {
        var roots = new JsonObject();
        foreach (var (path, json) in _values)
        {
            var (root, name) = Split(path);
            if (roots[root] is not JsonObject facts)
            {
                roots[root] = facts = [];
            }

            facts[name] = JsonNode.Parse(json);
        }

        return roots;
    }

    /// <summary>Writes the facts as <see cref="ToJson"/> gives them.</summary>
    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        string? open = null;
        foreach (var (path, json) in _values)
        {
            var (root, name) = Split(path);
            if (root != open)
            {
                CloseRoot(writer, open);
                writer.WriteStartObject(root);
                open = root;
            }

            writer.WritePropertyName(name);
            writer.WriteRawValue(json);
        }

        CloseRoot(writer, open);
        writer.WriteEndObject();
    }

    private static void CloseRoot(Utf8JsonWriter writer, string? open)
    {
        if (open is not null)
        {
            writer.WriteEndObject();
        }
    }

    // INVARIANT: a path has one dot at least; names after the first dot belong to the fact.
    private static (string Root, string Name) Split(string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        return (path[..dot], path[(dot + 1)..]);
    }
}
