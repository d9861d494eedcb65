namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>Reads variables, inputs and outputs.</summary>
internal static class VariableReader
{
    // What a type is where none is named.
    private const string AnyType = "Object";

    public static VariableDefinition Variable(PropertyReader json)
    {
        var name = json.Name("name") ?? json.Name("id") ?? "";
        return new VariableDefinition(json.Name("id") ?? name, name, json.Name("typeName") ?? AnyType)
        {
            IsArray = json.Flag("isArray"),
            IsCollection = json.Flag("isCollection"),
            Value = json.Take("value")?.Clone(),
            StorageDriver = json.Text("storageDriverTypeName"),
            Extra = json.Rest,
        };
    }

    public static ArgumentDefinition Argument(PropertyReader json) =>
        new(json.NeededName("name", ""), json.Name("type") ?? AnyType)
        {
            IsArray = json.Flag("isArray"),
            IsRequired = json.Flag("isRequired"),
            DefaultValue = json.Take("defaultValue")?.Clone(),
            Extra = json.Rest,
        };
}
