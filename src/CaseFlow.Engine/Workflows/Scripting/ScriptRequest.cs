namespace CaseFlow.Engine.Workflows.Scripting;

/// <summary>A script with all that it may see.</summary>
/// <param name="Script">Its text.</param>
/// <param name="Now">The moment of the burst, UTC: what a script takes for the present.</param>
/// <param name="Seed">What everything that looks like chance is derived from.</param>
public sealed record ScriptRequest(string Script, DateTimeOffset Now, string Seed)
{
    /// <summary>The variables in reach by name, the inner ones first; no name twice.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Variables { get; init; } = [];

    /// <summary>The inputs of the workflow, by name.</summary>
    public IReadOnlyDictionary<string, object?> Inputs { get; init; } = Nothing;

    /// <summary>The inputs that the workflow declares: each has an accessor.</summary>
    public IReadOnlyList<string> DeclaredInputs { get; init; } = [];

    /// <summary>The names of activities: the outputs of each have accessors.</summary>
    public IReadOnlyList<string> ActivityNames { get; init; } = [];

    /// <summary>What an activity, by name or id, gave last under an output's name; null: nothing.</summary>
    public Func<string, string, object?> OutputFrom { get; init; } = static (_, _) => null;

    /// <summary>What was last given under `Result`.</summary>
    public object? LastResult { get; init; }

    /// <summary>The instance's correlation and name.</summary>
    public ScriptNames Names { get; init; } = new();

    /// <summary>The id of the instance.</summary>
    public string InstanceId { get; init; } = "";

    /// <summary>The stable id of its definition.</summary>
    public string DefinitionId { get; init; } = "";

    /// <summary>The id of the version that it pins.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>The number of that version.</summary>
    public int Version { get; init; }

    /// <summary>What it may take.</summary>
    public ScriptLimits Limits { get; init; } = ScriptLimits.Default;

    private static IReadOnlyDictionary<string, object?> Nothing { get; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>.Empty;
}

/// <summary>What events find an instance by, and what people call it.</summary>
/// <param name="CorrelationId">Null: nothing.</param>
/// <param name="Name">Null: nothing.</param>
public sealed record ScriptNames(string? CorrelationId = null, string? Name = null);
