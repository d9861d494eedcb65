using System.Text.Json;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Runtime.Stored;

/// <summary>Writes a state. What is as it is by nature, such as no correlation id, is left out.</summary>
internal static class StateWriter
{
    public static void Write(Utf8JsonWriter json, WorkflowState state)
    {
        json.WriteStartObject();
        json.WriteNumber(StateNames.Form, StateCodec.Form);
        json.WriteString(StateNames.Instance, state.InstanceId);
        json.WriteString(StateNames.Version, state.VersionId);
        json.WriteNumber(StateNames.Status, (int)state.Status);
        json.WriteNumber(StateNames.SubStatus, (int)state.SubStatus);
        Text(json, StateNames.Name, state.Name);
        Text(json, StateNames.Correlation, state.CorrelationId);
        json.WriteNumber(StateNames.LastContext, state.LastContext);
        json.WriteNumber(StateNames.LastBookmark, state.LastBookmark);
        Origin(json, state);
        Values(json, StateNames.Input, state.Input);
        Values(json, StateNames.Output, state.Output);
        Given(json, state);
        Contexts(json, state);
        Incidents(json, state);
        json.WriteEndObject();
    }

    private static void Origin(Utf8JsonWriter json, WorkflowState state)
    {
        if (state.Parent is { } parent)
        {
            json.WriteStartArray(StateNames.Parent);
            json.WriteStringValue(parent.InstanceId);
            json.WriteNumberValue(parent.Bookmark);
            json.WriteEndArray();
        }

        Text(json, StateNames.Trigger, state.TriggeredBy);
        if (state.Pins.Count == 0)
        {
            return;
        }

        json.WriteStartObject(StateNames.Pins);
        foreach (var (definition, version) in state.Pins)
        {
            json.WriteString(definition, version);
        }

        json.WriteEndObject();
    }

    private static void Given(Utf8JsonWriter json, WorkflowState state)
    {
        if (state.Given.Count == 0)
        {
            return;
        }

        json.WriteStartArray(StateNames.Given);
        foreach (var ((node, output), value) in state.Given)
        {
            json.WriteNumberValue(node);
            KeptValue.Write(json, output);
            KeptValue.Write(json, value);
        }

        json.WriteEndArray();
        Value(json, StateNames.Result, state.LastResult);
    }

    private static void Contexts(Utf8JsonWriter json, WorkflowState state)
    {
        if (state.Root is null)
        {
            return;
        }

        json.WriteStartArray(StateNames.Contexts);
        foreach (var context in state.Contexts)
        {
            json.WriteStartObject();
            Identity(json, context);
            if (context.Owner is { } owner)
            {
                json.WriteNumber(StateNames.Owner, owner.Number);
            }

            Flag(json, StateNames.Breaking, context.IsBreaking);
            Memory(json, context.Memory);
            Locals(json, context);
            Waits(json, context);
            Held(json, context);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Identity(Utf8JsonWriter json, ActivityContext context)
    {
        json.WriteNumber(StateNames.Number, context.Number);
        json.WriteNumber(StateNames.Node, context.Node.Index);
        Text(json, StateNames.Tag, context.Tag);
        if (context.Status != ActivityStatus.Running)
        {
            json.WriteNumber(StateNames.Status, (int)context.Status);
        }
    }

    private static void Memory(Utf8JsonWriter json, ActivityMemory? memory)
    {
        switch (memory)
        {
            case null:
                break;
            case CountMemory count:
                json.WriteNumber(StateNames.Count, count.Value);
                break;
            case ValueMemory value:
                json.WritePropertyName(StateNames.Memory);
                KeptValue.Write(json, value.Value);
                break;
            case FlowMemory flow:
                json.WriteStartArray(StateNames.Flow);
                Numbers(json, flow.Visits);
                Numbers(json, flow.WayVisits);
                Numbers(json, flow.IsFollowed.Select((followed, way) => followed ? way : -1).Where(way => way >= 0));
                Numbers(json, flow.Loops);
                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"No form is known for {memory.GetType().Name}.");
        }
    }

    private static void Locals(Utf8JsonWriter json, ActivityContext context)
    {
        if (context.Locals.Count == 0)
        {
            return;
        }

        json.WriteStartArray(StateNames.Locals);
        foreach (var local in context.Locals)
        {
            KeptValue.Write(json, local.Id);
            KeptValue.Write(json, local.Name);
            json.WriteStringValue(TypeText(local.Type));
            json.WriteBooleanValue(local.IsInput);
            KeptValue.Write(json, local.Value);
        }

        json.WriteEndArray();
    }

    private static string TypeText(WorkflowType type) => type.Element is { } element
        ? $"{type.Kind}<{TypeText(element)}>"
        : type.Kind.ToString();

    private static void Waits(Utf8JsonWriter json, ActivityContext context)
    {
        if (context.Waits is not { Count: > 0 } waits)
        {
            return;
        }

        json.WriteStartArray(StateNames.Waits);
        foreach (var bookmark in waits)
        {
            Bookmark(json, bookmark);
        }

        json.WriteEndArray();
    }

    private static void Bookmark(Utf8JsonWriter json, Bookmark bookmark)
    {
        json.WriteStartObject();
        json.WriteNumber(StateNames.Number, bookmark.Number);
        json.WriteString(StateNames.Kind, bookmark.Kind);
        Text(json, StateNames.Key, bookmark.Key);
        Moment(json, StateNames.Due, bookmark.DueAt);
        Value(json, StateNames.Payload, bookmark.Payload);
        json.WriteEndObject();
    }

    private static void Held(Utf8JsonWriter json, ActivityContext context)
    {
        if (context.Held is not { Count: > 0 } held)
        {
            return;
        }

        json.WriteStartArray(StateNames.Held);
        foreach (var step in held)
        {
            json.WriteStartObject();
            json.WriteNumber(StateNames.Kind, (int)step.Kind);
            if (step.Child is { } child)
            {
                json.WriteStartObject(StateNames.Child);
                Identity(json, child);
                json.WriteEndObject();
            }

            if (step.Bookmark is { } bookmark)
            {
                json.WritePropertyName(StateNames.Bookmark);
                Bookmark(json, bookmark);
            }

            Texts(json, StateNames.Outcomes, step.Outcomes ?? []);
            Value(json, StateNames.Answer, step.Answer);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Incidents(Utf8JsonWriter json, WorkflowState state)
    {
        if (state.Incidents.Count == 0)
        {
            return;
        }

        json.WriteStartArray(StateNames.Incidents);
        foreach (var incident in state.Incidents)
        {
            json.WriteStartObject();
            json.WriteNumber(StateNames.Number, incident.Context);
            Text(json, StateNames.Node, incident.NodeId);
            Text(json, StateNames.Type, incident.Type);
            Text(json, StateNames.Code, incident.Code);
            Texts(json, StateNames.Arguments, incident.Arguments);
            Moment(json, StateNames.At, incident.At);
            Moment(json, StateNames.Resolved, incident.ResolvedAt);
            if (incident.Bookmark is { } bookmark)
            {
                json.WriteNumber(StateNames.Bookmark, bookmark);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Values(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, object?> values)
    {
        if (values.Count > 0)
        {
            json.WritePropertyName(name);
            KeptValue.Write(json, values);
        }
    }

    private static void Value(Utf8JsonWriter json, string name, object? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            KeptValue.Write(json, value);
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string? text) => Value(json, name, text);

    private static void Flag(Utf8JsonWriter json, string name, bool flag)
    {
        if (flag)
        {
            json.WriteBoolean(name, true);
        }
    }

    // All moments of an instance are UTC; a tick is the smallest there is.
    private static void Moment(Utf8JsonWriter json, string name, DateTimeOffset? moment)
    {
        if (moment is { } at)
        {
            json.WriteNumber(name, at.UtcTicks);
        }
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            KeptValue.Write(json, text);
        }

        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, IEnumerable<int> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
