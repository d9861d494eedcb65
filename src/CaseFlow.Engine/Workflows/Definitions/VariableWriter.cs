using System.Text.Json;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>Writes variables, inputs and outputs.</summary>
internal static class VariableWriter
{
    public static void Write(Utf8JsonWriter json, VariableDefinition variable)
    {
        json.WriteStartObject();
        json.WriteString("id", variable.Id);
        json.WriteString("name", variable.Name);
        json.WriteString("typeName", variable.TypeName);
        json.WriteFlag("isArray", variable.IsArray);
        json.WriteFlag("isCollection", variable.IsCollection);
        json.WriteOptional("value", variable.Value);
        json.WriteOptional("storageDriverTypeName", variable.StorageDriver);
        json.WriteExtra(variable.Extra);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ArgumentDefinition argument)
    {
        json.WriteStartObject();
        json.WriteString("type", argument.TypeName);
        json.WriteString("name", argument.Name);
        json.WriteFlag("isArray", argument.IsArray);
        json.WriteFlag("isRequired", argument.IsRequired);
        json.WriteOptional("defaultValue", argument.DefaultValue);
        json.WriteExtra(argument.Extra);
        json.WriteEndObject();
    }
}
