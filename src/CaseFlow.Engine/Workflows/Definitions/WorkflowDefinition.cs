using System.Text.Json;

namespace CaseFlow.Engine.Workflows.Definitions;

/// <summary>
/// A workflow as it was drawn: Elsa 3's envelope and its tree of activities. What CaseFlow does not understand is kept
/// in <see cref="Extra"/> at its place, so that a definition is written back without loss.
/// </summary>
public sealed record WorkflowDefinition
{
    /// <summary>The stable id, the same for all versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The id of this version; instances pin it.</summary>
    public required string VersionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>What people call it.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Whether this version is the one that starts new instances.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Whether no newer version exists.</summary>
    public bool IsLatest { get; init; }

    /// <summary>The workflow's variables; containers below may have their own.</summary>
    public IReadOnlyList<VariableDefinition> Variables { get; init; } = [];

    /// <summary>What a starter may or must give.</summary>
    public IReadOnlyList<ArgumentDefinition> Inputs { get; init; } = [];

    /// <summary>What the workflow answers.</summary>
    public IReadOnlyList<ArgumentDefinition> Outputs { get; init; } = [];

    /// <summary>The outcomes that it has as an activity; empty: `Done`.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>How it is run and offered to others.</summary>
    public WorkflowOptions Options { get; init; } = new();

    /// <summary>The one activity that holds all others.</summary>
    public required ActivityDefinition Root { get; init; }

    /// <summary>Properties of the envelope that CaseFlow only keeps.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = ExtraProperties.None;
}

/// <summary>How a workflow is run, and whether others may use it as an activity.</summary>
public sealed record WorkflowOptions
{
    /// <summary>Whether other workflows may use it as an activity, under its PascalCased name.</summary>
    public bool UsableAsActivity { get; init; }

    /// <summary>Name of the incident strategy as it was drawn; null: an incident faults the workflow.</summary>
    public string? IncidentStrategy { get; init; }

    /// <summary>Options that CaseFlow only keeps.</summary>
    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = ExtraProperties.None;
}

/// <summary>The empty set of kept properties.</summary>
internal static class ExtraProperties
{
    public static IReadOnlyDictionary<string, JsonElement> None { get; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, JsonElement>.Empty;
}
