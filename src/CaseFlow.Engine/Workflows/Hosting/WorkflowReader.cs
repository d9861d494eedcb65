using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>An instance as people look at it.</summary>
/// <param name="Instance">The instance, as lists show it.</param>
/// <param name="DefinitionName">What people call its definition; null: nothing.</param>
/// <param name="Version">The number of the version that it pins.</param>
/// <param name="Waits">Where it waits, in the order in which it began to.</param>
/// <param name="Incidents">What went wrong, in order.</param>
/// <param name="Output">What it answers so far.</param>
public sealed record InstanceView(
    InstanceRow Instance,
    string? DefinitionName,
    int Version,
    IReadOnlyList<WaitView> Waits,
    IReadOnlyList<IncidentRow> Incidents,
    IReadOnlyDictionary<string, object?> Output);

/// <summary>One place where an instance waits, and for what.</summary>
/// <param name="Bookmark">The bookmark's number, which resumes it.</param>
/// <param name="NodeId">The activity, as ids from the root joined by `:`.</param>
/// <param name="Type">The activity's type.</param>
/// <param name="Name">What its author calls the activity; null: nothing.</param>
/// <param name="Kind">One of <see cref="BookmarkKinds"/>.</param>
/// <param name="Key">What the one who resumes it looks for: an event's name, a task, a role; empty: nothing.</param>
/// <param name="DueAt">When time resumes it, or the host turns to it, UTC; null: something else resumes it.</param>
/// <param name="Since">When the instance was last changed, UTC: it has waited here since then, or for longer.</param>
public sealed record WaitView(
    int Bookmark, string NodeId, string Type, string? Name, string Kind, string Key, DateTimeOffset? DueAt,
    DateTimeOffset Since);

/// <summary>Looks at instances; changes nothing.</summary>
public sealed class WorkflowReader(WorkflowEngine engine, IWorkflowStore store)
{
    /// <summary>An instance: where it waits and why, what went wrong; else why it cannot be shown.</summary>
    public async ValueTask<(InstanceView? View, WorkflowResult? Problem)> FindAsync(
        string instanceId, CancellationToken cancellationToken)
    {
        var (loaded, problem) = await engine.LoadAsync(instanceId, cancellationToken);
        if (loaded is null)
        {
            return (null, problem);
        }

        var rows = await store.BookmarksOfAsync(instanceId, cancellationToken);
        var incidents = await store.ListIncidentsAsync(instanceId, InstanceQuery.LargestPage, cancellationToken);
        var definition = loaded.Program.Definition;
        return (
            new InstanceView(
                loaded.Row with { State = default },
                definition.Name,
                definition.Version,
                [.. rows.Select(row => ViewOf(row, loaded)).OfType<WaitView>()],
                [.. incidents.OrderBy(incident => incident.Number)],
                loaded.State.Output),
            null);
    }

    /// <summary>The instance with its program and state, for diagrams.</summary>
    internal ValueTask<(LoadedInstance? Loaded, WorkflowResult? Problem)> LoadAsync(
        string instanceId, CancellationToken cancellationToken) => engine.LoadAsync(instanceId, cancellationToken);

    private static WaitView? ViewOf(BookmarkRow row, LoadedInstance loaded)
    {
        return loaded.State.Waiting(row.Number) is { Node: var node }
            ? new WaitView(
                row.Number, node.NodeId, node.Definition.Type, node.Definition.Name, row.Kind, row.Key, row.DueAt,
                loaded.Row.ChangedAt)
            : null;
    }
}
