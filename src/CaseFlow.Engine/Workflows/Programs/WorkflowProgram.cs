using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>
/// A definition made ready to run: every activity bound to its behaviour, every connection found. Immutable; all
/// instances of the version share it.
/// </summary>
internal sealed class WorkflowProgram(
    WorkflowDefinition definition, IReadOnlyList<ProgramNode> nodes, IReadOnlyDictionary<string, string> pins)
{
    private const string ContinueStrategy = "ContinueWithIncidentsStrategy";

    /// <summary>As it was drawn.</summary>
    public WorkflowDefinition Definition { get; } = definition;

    /// <summary>
    /// What references to workflows came to that may come to something else later. With them the definition gives the
    /// same nodes again; so every instance keeps them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Pins { get; } = pins;

    /// <summary>The activities, parents before children.</summary>
    public IReadOnlyList<ProgramNode> Nodes { get; } = nodes;

    /// <summary>The one that holds all others.</summary>
    public ProgramNode Root => Nodes[0];

    /// <summary>Whether the other branches go on where one cannot, and the instance waits to be mended.</summary>
    public bool GoesOnAfterIncidents { get; } =
        definition.Options.IncidentStrategy is { } strategy && NameOf(strategy) == ContinueStrategy;

    /// <summary>The names that activities were given; most have none.</summary>
    public IReadOnlyList<string> ActivityNames { get; } =
        [.. nodes.Select(node => node.Definition.Name).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The first activity of a name or an id; null: there is none.</summary>
    public ProgramNode? Find(string nameOrId) =>
        Nodes.FirstOrDefault(node => node.Definition.Name == nameOrId)
        ?? Nodes.FirstOrDefault(node => node.Definition.Id == nameOrId);

    // `Namespace.Name, Assembly` in older exports.
    private static string NameOf(string type)
    {
        var bare = type.Split(',')[0];
        return bare[(bare.LastIndexOf('.') + 1)..];
    }
}
