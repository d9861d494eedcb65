using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Facts;

/// <summary>
/// Reads facts given as JSON: `{"petition":{"kind":"complaint","received_on":"2026-07-06"}}`. Keys are canonical names
/// or aliases. An absent key is unknown, `null` is missing. All problems are told at once.
/// </summary>
public static class FactReader
{
    /// <summary>Reads the facts of a case.</summary>
    public static FactReadResult Read(JsonElement json, BoundPack pack)
    {
        var reading = new ValueReading();
        var facts = new List<KeyValuePair<FieldSymbol, Value>>();
        if (json.ValueKind != JsonValueKind.Object)
        {
            reading.RefuseType("facts", json, "record");
            return new FactReadResult(CaseFacts.None, reading.Problems);
        }

        var names = FactNames.Of(pack);
        var seen = new HashSet<FactsSymbol>();
        foreach (var property in json.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            if (names.Roots.Find(name) is not { } root)
            {
                reading.RefuseName(name, name, names.Roots.Symbols);
            }
            else if (!seen.Add(root))
            {
                reading.Refuse(root.Name, RulesCodes.JsonKeyTwice, root.Name);
            }
            else if (property.Value.ValueKind != JsonValueKind.Object)
            {
                reading.RefuseType(root.Name, property.Value, "record");
            }
            else
            {
                facts.AddRange(reading.Fields(property.Value, names.FieldsOf(root), root.Name, 1));
            }
        }

        return new FactReadResult(CaseFacts.None.With(facts), reading.Problems);
    }

    /// <summary>Reads the facts of a case.</summary>
    public static FactReadResult Read(JsonObject json, BoundPack pack)
    {
        using var document = JsonDocument.Parse(json.ToJsonString());
        return Read(document.RootElement, pack);
    }

    /// <summary>Reads the inputs of a trigger: `{"on":"2026-08-17","ground":"force_majeure"}`.</summary>
    /// <param name="json">The inputs.</param>
    /// <param name="inputs">What the trigger asks for.</param>
    public static InputReadResult ReadInputs(JsonElement json, IReadOnlyList<FieldSymbol> inputs)
    {
        var reading = new ValueReading();
        if (json.ValueKind != JsonValueKind.Object)
        {
            reading.RefuseType("inputs", json, "record");
            return new InputReadResult(new Dictionary<FieldSymbol, Value>(), reading.Problems);
        }

        var read = reading.Fields(json, NameIndex<FieldSymbol>.Of(inputs), "", 1);
        return new InputReadResult(new Dictionary<FieldSymbol, Value>(read), reading.Problems);
    }
}
