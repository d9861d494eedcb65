namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>Reads variables, inputs and outputs.</summary>
internal static class VariableReader
{
    // What a type is where none is named.
    private const string AnyType = "Object";

    public static VariableDefinition Variable(PropertyReader json)
    {
        var name = json.Text("name") ?? json.Peek("id")?.ToString() ?? "";
        return new VariableDefinition(json.Text("id") ?? name, name, json.Text("typeName") ?? AnyType)
        {
            IsArray = json.Flag("isArray"),
            IsCollection = json.Flag("isCollection"),
            Value = json.Take("value")?.Clone(),
            StorageDriver = json.Text("storageDriverTypeName"),
            Extra = json.Rest,
        };
    }

    public static ArgumentDefinition Argument(PropertyReader json) =>
        new(json.NeededText("name", ""), json.Text("type") ?? AnyType)
        {
            IsArray = json.Flag("isArray"),
            IsRequired = json.Flag("isRequired"),
            DefaultValue = json.Take("defaultValue")?.Clone(),
            Extra = json.Rest,
        };
}
