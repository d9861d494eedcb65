using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>
/// Writes a definition in Elsa 3's JSON format, in its newest spelling. Reading what was written gives the same
/// definition. Pure.
/// </summary>
public static class DefinitionWriter
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    /// <summary>The definition as UTF-8 JSON, indented, with a line end at the end.</summary>
    public static byte[] Write(WorkflowDefinition definition)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            Envelope(json, definition);
        }

        return [.. buffer.WrittenSpan, (byte)'\n'];
    }

    private static void Envelope(Utf8JsonWriter json, WorkflowDefinition definition)
    {
        json.WriteStartObject();
        json.WriteString("id", definition.VersionId);
        json.WriteString("definitionId", definition.DefinitionId);
        json.WriteOptional("name", definition.Name);
        json.WriteOptional("description", definition.Description);
        json.WriteNumber("version", definition.Version);
        json.WriteList("variables", definition.Variables, VariableWriter.Write);
        json.WriteList("inputs", definition.Inputs, VariableWriter.Write);
        json.WriteList("outputs", definition.Outputs, VariableWriter.Write);
        json.WriteList("outcomes", definition.Outcomes, static (writer, outcome) => writer.WriteStringValue(outcome));
        json.WriteBoolean("isLatest", definition.IsLatest);
        json.WriteBoolean("isPublished", definition.IsPublished);
        Options(json, definition.Options);
        json.WriteExtra(definition.Extra);
        json.WritePropertyName("root");
        ActivityWriter.Write(json, definition.Root);
        json.WriteEndObject();
    }

    private static void Options(Utf8JsonWriter json, WorkflowOptions options)
    {
        json.WriteStartObject("options");
        json.WriteBoolean("usableAsActivity", options.UsableAsActivity);
        json.WriteOptional("incidentStrategyType", options.IncidentStrategy);
        json.WriteExtra(options.Extra);
        json.WriteEndObject();
    }
}
