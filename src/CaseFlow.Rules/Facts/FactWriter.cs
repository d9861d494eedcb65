using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Facts;

/// <summary>
/// Writes facts as the JSON that <see cref="FactReader"/> reads, in declared order and by canonical names.
/// </summary>
public static class FactWriter
{
    /// <summary>The known facts; equal facts give equal text.</summary>
    public static JsonObject Write(CaseFacts facts)
    {
        var json = new JsonObject();
        foreach (var root in facts.Known.GroupBy(fact => fact.Key.Root!))
        {
            json.Add(root.Key.Name, ValueJson.Fields(root.Key.Fields, root.ToDictionary()));
        }

        return json;
    }

    /// <summary>The inputs of a trigger, in the order it asks for them.</summary>
    public static JsonObject WriteInputs(
        IEnumerable<FieldSymbol> order, IReadOnlyDictionary<FieldSymbol, Value> inputs) =>
        ValueJson.Fields(order, inputs);
}
