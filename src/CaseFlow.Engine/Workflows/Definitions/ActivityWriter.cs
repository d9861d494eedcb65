using System.Text.Json;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>Writes an activity and all that is embedded in it.</summary>
internal static class ActivityWriter
{
    private const string CustomProperties = "customProperties";

    public static void Write(Utf8JsonWriter json, ActivityDefinition activity)
    {
        json.WriteStartObject();
        json.WriteString("id", activity.Id);
        json.WriteOptional("name", activity.Name);
        json.WriteString("type", activity.Type);
        if (activity.TypeVersion is { } version)
        {
            json.WriteNumber("version", version);
        }

        Custom(json, activity);
        json.WriteOptional("workflowDefinitionId", activity.Workflow?.DefinitionId);
        json.WriteOptional("workflowDefinitionVersionId", activity.Workflow?.VersionId);
        Bindings(json, activity);
        json.WriteExtra(Others(activity));
        Children(json, activity);
        json.WriteEndObject();
    }

    // The flags stand among what the designer keeps for itself.
    private static void Custom(Utf8JsonWriter json, ActivityDefinition activity)
    {
        var kept = activity.Extra.GetValueOrDefault(CustomProperties);
        json.WriteStartObject(CustomProperties);
        json.WriteBoolean("canStartWorkflow", activity.CanStartWorkflow);
        json.WriteBoolean("runAsynchronously", activity.RunAsynchronously);
        json.WriteOptional("mergeMode", activity.MergeMode);
        if (kept.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in kept.EnumerateObject().Where(property => !IsOwn(property.Name)))
            {
                property.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    // Older exports began them with capitals.
    private static bool IsOwn(string name) =>
        name.ToLowerInvariant() is "canstartworkflow" or "runasynchronously" or "mergemode";

    private static Dictionary<string, JsonElement> Others(ActivityDefinition activity) =>
        activity.Extra.Where(property => property.Key != CustomProperties)
            .ToDictionary(property => property.Key, property => property.Value, StringComparer.Ordinal);

    private static void Bindings(Utf8JsonWriter json, ActivityDefinition activity)
    {
        foreach (var (name, input) in activity.Inputs)
        {
            json.WriteStartObject(name);
            json.WriteOptional("typeName", input.TypeName);
            json.WritePropertyName("expression");
            Expression(json, input.Expression);
            Memory(json, input.MemoryReference);
            json.WriteEndObject();
        }

        foreach (var (name, output) in activity.Outputs)
        {
            json.WriteStartObject(name);
            json.WriteOptional("typeName", output.TypeName);
            if (output.MemoryReference is null)
            {
                // By this property it is known for an output.
                json.WriteNull("memoryReference");
            }

            Memory(json, output.MemoryReference);
            json.WriteExtra(output.Extra);
            json.WriteEndObject();
        }
    }

    private static void Expression(Utf8JsonWriter json, ExpressionDefinition? expression)
    {
        if (expression is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("type", expression.Type);
        json.WriteOptional("value", expression.Value);
        json.WriteEndObject();
    }

    private static void Memory(Utf8JsonWriter json, string? id)
    {
        if (id is not null)
        {
            json.WriteStartObject("memoryReference");
            json.WriteString("id", id);
            json.WriteEndObject();
        }
    }

    private static void Children(Utf8JsonWriter json, ActivityDefinition activity)
    {
        if (activity.Variables.Count > 0)
        {
            json.WriteList("variables", activity.Variables, VariableWriter.Write);
        }

        json.WriteOptional("start", activity.Start);
        if (activity.Cases.Count > 0)
        {
            var isByStatus = activity.Cases[0].StatusCode is not null;
            json.WriteList(isByStatus ? ActivityReader.StatusCases : "cases", activity.Cases, Case);
        }

        foreach (var (name, children) in activity.Ports)
        {
            Port(json, name, children);
        }

        if (activity.Connections.Count > 0)
        {
            json.WriteList("connections", activity.Connections, Connection);
        }
    }

    private static void Case(Utf8JsonWriter json, SwitchCase found)
    {
        json.WriteStartObject();
        if (found.StatusCode is { } code)
        {
            json.WriteNumber("statusCode", code);
        }
        else
        {
            json.WriteString("label", found.Label);
            json.WritePropertyName("condition");
            Expression(json, found.Condition);
        }

        if (found.Activity is { } activity)
        {
            json.WritePropertyName("activity");
            Write(json, activity);
        }

        json.WriteEndObject();
    }

    private static void Port(Utf8JsonWriter json, string name, IReadOnlyList<ActivityDefinition> children)
    {
        if (children is [var only] && !IsList(name))
        {
            json.WritePropertyName(name);
            Write(json, only);
        }
        else
        {
            json.WriteList(name, children, Write);
        }
    }

    // The two ports of the format that hold several activities, also where they hold one.
    private static bool IsList(string name) => name is "activities" or "branches";

    private static void Connection(Utf8JsonWriter json, ConnectionDefinition connection)
    {
        json.WriteStartObject();
        End(json, "source", connection.Source, connection.Port);
        End(json, "target", connection.Target, connection.TargetPort);
        json.WriteExtra(connection.Extra);
        json.WriteEndObject();
    }

    private static void End(Utf8JsonWriter json, string name, string activity, string port)
    {
        json.WriteStartObject(name);
        json.WriteString("activity", activity);
        json.WriteString("port", port);
        json.WriteEndObject();
    }
}
