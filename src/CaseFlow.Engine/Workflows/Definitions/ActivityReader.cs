using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Workflows.Diagnostics;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>
/// Reads an activity and all that is embedded in it, by the shapes of its properties: what names an expression is an
/// input, what names a place in memory an output, what names a type an activity.
/// </summary>
internal sealed class ActivityReader(List<WorkflowFinding> findings)
{
    /// <summary>How deep activities may stand in each other; drawn by hand, ten are many.</summary>
    public const int DeepestNesting = 200;

    /// <summary>
    /// How many activities a definition may have: a bound on memory, ten times what was ever asked for.
    /// </summary>
    public const int MostActivities = 1_000_000;

    /// <summary>Where a request holds what follows each status code, outside flowcharts.</summary>
    public const string StatusCases = "expectedStatusCodes";

    private int _depth;
    private int _count;

    public ActivityDefinition Read(PropertyReader json)
    {
        _depth++;
        _count++;
        var activity = _depth > DeepestNesting ? Refuse(json, WorkflowCodes.NestedTooDeeply, DeepestNesting)
            : _count > MostActivities ? Refuse(json, WorkflowCodes.TooManyActivities, MostActivities)
            : Whole(json);
        _depth--;
        return activity;
    }

    private static ActivityDefinition Refuse(PropertyReader json, string code, int limit)
    {
        json.Tell(code, json.Path, limit.ToString(CultureInfo.InvariantCulture));
        return new ActivityDefinition("", "", json.Path);
    }

    private ActivityDefinition Whole(PropertyReader json)
    {
        var type = json.NeededText("type", "");
        var custom = Custom(json, "customProperties") ?? Custom(json, "applicationProperties");
        var flow = FlowReader.Read(json, type);
        return new ActivityDefinition(json.Text("id") ?? json.Path, type, json.Path)
        {
            TypeVersion = json.Whole("version"),
            Name = json.Text("name"),
            CanStartWorkflow = Flag(json, custom, "canStartWorkflow"),
            RunAsynchronously = Flag(json, custom, "runAsynchronously"),
            MergeMode = custom?.Text("mergeMode"),
            Workflow = ReferenceOf(json),
            Variables = [.. json.Objects("variables").Select(VariableReader.Variable)],
            Connections = flow.Connections,
            Start = flow.Start,
            Cases = Cases(json),
            Inputs = BindingReader.Inputs(json),
            Outputs = BindingReader.Outputs(json),
            Ports = Ports(json),
            Extra = json.Rest,
        };
    }

    // The oldest exports called them application properties.
    private PropertyReader? Custom(PropertyReader json, string name) =>
        json.Peek(name) is { ValueKind: JsonValueKind.Object } found
            ? new PropertyReader(found, json.At(name), findings)
            : null;

    // Exports before 3.2 had the two flags on the activity itself.
    private static bool Flag(PropertyReader json, PropertyReader? custom, string name) =>
        json.Peek(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False }
            ? json.Flag(name)
            : custom?.Flag(name) ?? false;

    private static WorkflowReference? ReferenceOf(PropertyReader json) =>
        json.Peek("workflowDefinitionId") is { ValueKind: JsonValueKind.String }
        || json.Peek("workflowDefinitionVersionId") is { ValueKind: JsonValueKind.String }
            ? new WorkflowReference(json.Text("workflowDefinitionId"), json.Text("workflowDefinitionVersionId"))
            : null;

    private IReadOnlyList<SwitchCase> Cases(PropertyReader json) =>
        json.Peek("cases") is { ValueKind: JsonValueKind.Array }
            ? [.. json.Objects("cases").Select(Case)]
            : json.Peek(StatusCases) is { ValueKind: JsonValueKind.Array } codes && codes.GetArrayLength() > 0
                && codes.EnumerateArray().All(IsStatusCase)
                ? [.. json.Objects(StatusCases).Select(OfStatus)]
                : [];

    private static bool IsStatusCase(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("statusCode", out var code)
        && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out _);

    private SwitchCase OfStatus(PropertyReader json)
    {
        var code = json.Whole("statusCode")!.Value;
        return new SwitchCase(
            code.ToString(CultureInfo.InvariantCulture),
            null,
            json.Object("activity") is { } activity ? Read(activity) : null)
        {
            StatusCode = code,
        };
    }

    private SwitchCase Case(PropertyReader json) => new(
        json.Text("label") ?? "",
        json.Object("condition") is { } condition ? BindingReader.Expression(condition) : null,
        json.Object("activity") is { } activity ? Read(activity) : null);

    private Dictionary<string, IReadOnlyList<ActivityDefinition>> Ports(PropertyReader json)
    {
        var ports = new Dictionary<string, IReadOnlyList<ActivityDefinition>>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in json.Untaken)
        {
            if (json.Peek(name) is not { } value)
            {
                continue;
            }

            if (IsActivity(value))
            {
                ports[name] = [Read(json.Object(name)!)];
            }
            else if (value.ValueKind == JsonValueKind.Array
                && (IsChildren(name) || (value.GetArrayLength() > 0 && value.EnumerateArray().All(IsActivity))))
            {
                ports[name] = [.. json.Objects(name).Select(Read)];
            }
        }

        return ports;
    }

    // A container without children is one all the same.
    private static bool IsChildren(string name) =>
        string.Equals(name, "activities", StringComparison.OrdinalIgnoreCase);

    private static bool IsActivity(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
        && !json.TryGetProperty("expression", out _)
        && (json.TryGetProperty("id", out _) || type.GetString()!.Contains('.', StringComparison.Ordinal));
}
