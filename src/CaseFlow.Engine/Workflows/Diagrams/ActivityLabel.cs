using System.Text.Json;
using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Diagrams;

/// <summary>What a diagram calls an activity.</summary>
internal static class ActivityLabel
{
    private const string OwnTypes = "Elsa.";

    /// <summary>What its author calls it, with its type below.</summary>
    public static string Of(ActivityDefinition activity)
    {
        var type = TypeOf(activity);
        var name = DisplayText(activity) ?? activity.Name;
        return string.IsNullOrWhiteSpace(name) || name == type
            ? MermaidText.Label(type)
            : $"{MermaidText.Label(name)}<br/>{MermaidText.Label(type)}";
    }

    private static string TypeOf(ActivityDefinition activity) =>
        activity.Type.StartsWith(OwnTypes, StringComparison.Ordinal)
            ? activity.Type[OwnTypes.Length..]
            : activity.Type;

    // The designer keeps what people see apart from the name that scripts use.
    private static string? DisplayText(ActivityDefinition activity) =>
        activity.Extra.TryGetValue("metadata", out var metadata)
        && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty("displayText", out var text)
        && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}
