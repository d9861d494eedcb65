using System.Text.Json;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>Reads the inputs and outputs of an activity, known by their shape.</summary>
internal static class BindingReader
{
    // What an expression is that names no language.
    private const string Literal = "Literal";

    public static Dictionary<string, InputBinding> Inputs(PropertyReader json)
    {
        var inputs = new Dictionary<string, InputBinding>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in json.Untaken)
        {
            if (json.Peek(name) is { ValueKind: JsonValueKind.Object } value && Has(value, "expression"))
            {
                inputs[name] = Input(json.Object(name)!);
            }
        }

        return inputs;
    }

    public static Dictionary<string, OutputBinding> Outputs(PropertyReader json)
    {
        var outputs = new Dictionary<string, OutputBinding>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in json.Untaken)
        {
            if (json.Peek(name) is { ValueKind: JsonValueKind.Object } value && Has(value, "memoryReference"))
            {
                outputs[name] = Output(json.Object(name)!);
            }
        }

        return outputs;
    }

    /// <summary>`{ "type": …, "value": … }`.</summary>
    public static ExpressionDefinition Expression(PropertyReader json) =>
        new(json.Text("type") ?? Literal, json.Take("value")?.Clone());

    // Without a type name an input counts as unset; that is how the format's owner reads it.
    private static InputBinding Input(PropertyReader json)
    {
        var type = json.Text("typeName");
        var expression = json.Object("expression");
        return new InputBinding(type, type is null || expression is null ? null : Expression(expression))
        {
            MemoryReference = json.Object("memoryReference")?.Text("id"),
        };
    }

    private static OutputBinding Output(PropertyReader json) =>
        new(json.Text("typeName"), json.Object("memoryReference")?.Text("id")) { Extra = json.Rest };

    private static bool Has(JsonElement json, string name) => json.TryGetProperty(name, out _);
}
