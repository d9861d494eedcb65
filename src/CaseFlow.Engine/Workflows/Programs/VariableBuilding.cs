using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>Finds the types and first values of variables, inputs and outputs.</summary>
internal static class VariableBuilding
{
    /// <summary>A variable; false where its first value does not fit its type: then it has none.</summary>
    public static bool TryBuild(VariableDefinition drawn, out ProgramVariable variable)
    {
        var type = TypeOf(drawn.TypeName, drawn.IsArray || drawn.IsCollection) with { Fields = FieldsOf(drawn) };
        var fits = TryRead(drawn.Value, type, out var first);
        variable = new ProgramVariable(drawn.Id, drawn.Name, type, first ?? Zero(type.Kind));
        return fits;
    }

    /// <summary>
    /// An input or output of a workflow that is used as an activity: within it, a variable of its name.
    /// </summary>
    public static bool TryBuild(ArgumentDefinition drawn, bool isInput, out ProgramVariable variable)
    {
        var type = TypeOf(drawn.TypeName, drawn.IsArray);
        var fits = TryRead(drawn.DefaultValue, type, out var first);
        variable = new ProgramVariable(drawn.Name, drawn.Name, type, first) { IsInput = isInput };
        return fits;
    }

    // `"fields": { "kind": "String", "closed_on": "DateTime?" }`: what the values of a map are.
    private static Dictionary<string, WorkflowField>? FieldsOf(VariableDefinition drawn) =>
        drawn.Extra.TryGetValue("fields", out var fields) && fields.ValueKind == JsonValueKind.Object
            ? fields.EnumerateObject()
                .Where(field => field.Value.ValueKind == JsonValueKind.String)
                .DistinctBy(field => field.Name, StringComparer.Ordinal)
                .ToDictionary(field => field.Name, field => Field(field.Value.GetString()!), StringComparer.Ordinal)
            : null;

    private static WorkflowField Field(string type) => new(WorkflowType.Of(type), type.TrimEnd().EndsWith('?'));

    /// <summary>The type of a name as drawn, or of a list of it.</summary>
    public static WorkflowType TypeOf(string name, bool isSeveral)
    {
        var type = WorkflowType.Of(name);
        return isSeveral ? new WorkflowType(ValueKind.List, type) : type;
    }

    private static bool TryRead(JsonElement? json, WorkflowType type, out object? value)
    {
        var drawn = json is { } element ? ValueJson.Read(element) : null;
        return ValueConversion.TryConvert(drawn is string text ? Parsed(text, type) : drawn, type, out value);
    }

    private static object Parsed(string text, WorkflowType type) =>
        type.Kind is ValueKind.List or ValueKind.Map or ValueKind.Any
            ? ValueConversion.Parsed(text) ?? text
            : text;

    // A value type without a value has its zero.
    private static object? Zero(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => false,
        ValueKind.Whole => 0L,
        ValueKind.Double => 0d,
        ValueKind.Decimal => 0m,
        _ => null,
    };
}
