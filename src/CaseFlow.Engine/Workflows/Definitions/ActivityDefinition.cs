using System.Collections.ObjectModel;
using System.Text.Json;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>
/// An activity as it was drawn. It is read by shape, not by type: an activity of an unknown type keeps its inputs,
/// outputs and ports, and fails only when it is run.
/// </summary>
/// <param name="Id">Unique in its container.</param>
/// <param name="Type">Such as `Elsa.WriteLine`.</param>
/// <param name="Path">Where it stands in the JSON, as `root.activities[2].then`.</param>
public sealed record ActivityDefinition(string Id, string Type, string Path)
{
    /// <summary>The version of the type; null: the newest.</summary>
    public int? TypeVersion { get; init; }

    /// <summary>What scripts call it, such as in `getOutputFrom`.</summary>
    public string? Name { get; init; }

    /// <summary>Whether its trigger starts an instance.</summary>
    public bool CanStartWorkflow { get; init; }

    /// <summary>Whether it was drawn to run in the background.</summary>
    public bool RunAsynchronously { get; init; }

    /// <summary>The merge mode of token-based flowcharts, which CaseFlow refuses by name; null: none.</summary>
    public string? MergeMode { get; init; }

    /// <summary>The inputs, by property.</summary>
    public IReadOnlyDictionary<string, InputBinding> Inputs { get; init; } =
        ReadOnlyDictionary<string, InputBinding>.Empty;

    /// <summary>Where outputs go, by property.</summary>
    public IReadOnlyDictionary<string, OutputBinding> Outputs { get; init; } =
        ReadOnlyDictionary<string, OutputBinding>.Empty;

    /// <summary>Activities embedded in it, by port: `activities`, `then`, `body` …</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ActivityDefinition>> Ports { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<ActivityDefinition>>.Empty;

    /// <summary>The cases of a switch, or of the status codes of an answer.</summary>
    public IReadOnlyList<SwitchCase> Cases { get; init; } = [];

    /// <summary>The connections of a flowchart, in the order drawn.</summary>
    public IReadOnlyList<ConnectionDefinition> Connections { get; init; } = [];

    /// <summary>The id of a flowchart's first activity, where one is named.</summary>
    public string? Start { get; init; }

    /// <summary>Variables of this container.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];

    /// <summary>The workflow that this activity stands for; null: none is named.</summary>
    public WorkflowReference? Workflow { get; init; }

    /// <summary>
    /// Everything else: plain settings of the type, metadata of the designer, what CaseFlow only keeps.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = ExtraProperties.None;
}

/// <summary>The workflow that is used as an activity.</summary>
/// <param name="DefinitionId">Its stable id.</param>
/// <param name="VersionId">The version that was drawn; it comes before everything else.</param>
public sealed record WorkflowReference(string? DefinitionId, string? VersionId);

/// <summary>An expression that gives an input its value.</summary>
/// <param name="TypeName">The type as drawn; the type of the activity's property comes before it.</param>
/// <param name="Expression">How the value is found; null: it is unset, and the activity's default holds.</param>
public sealed record InputBinding(string? TypeName, ExpressionDefinition? Expression)
{
    /// <summary>The id in `memoryReference` of inputs of workflows that are used as activities; null: none.</summary>
    public string? MemoryReference { get; init; }
}

/// <summary>An expression: its language and its text.</summary>
/// <param name="Type">`Literal`, `Object`, `Variable`, `Input`, `JavaScript`, `CaseFlow` …</param>
/// <param name="Value">What the language reads; null: nothing.</param>
public sealed record ExpressionDefinition(string Type, JsonElement? Value);

/// <summary>Where an output goes.</summary>
/// <param name="TypeName">The type as drawn.</param>
/// <param name="MemoryReference">The id of a variable; null: it is not captured.</param>
public sealed record OutputBinding(string? TypeName, string? MemoryReference)
{
    /// <summary>Properties that CaseFlow only keeps, such as a converter.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = ExtraProperties.None;
}

/// <summary>A case of a switch.</summary>
/// <param name="Label">Its name; in a flowchart, its outcome.</param>
/// <param name="Condition">When it is taken.</param>
/// <param name="Activity">What it runs, outside flowcharts.</param>
public sealed record SwitchCase(string Label, ExpressionDefinition? Condition, ActivityDefinition? Activity)
{
    /// <summary>The status code of an answer by which it is taken; null: it has a condition.</summary>
    public int? StatusCode { get; init; }
}

/// <summary>A connection of a flowchart.</summary>
/// <param name="Source">Id of the activity that it leaves.</param>
/// <param name="Port">The outcome that it follows.</param>
/// <param name="Target">Id of the activity that it enters.</param>
/// <param name="TargetPort">The port that it enters.</param>
public sealed record ConnectionDefinition(string Source, string Port, string Target, string TargetPort)
{
    /// <summary>The outcome of an activity that names none.</summary>
    public const string Done = "Done";

    /// <summary>The one port of an activity that connections enter.</summary>
    public const string In = "In";

    /// <summary>Properties that CaseFlow only keeps: the vertices of the drawn line.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = ExtraProperties.None;
}
