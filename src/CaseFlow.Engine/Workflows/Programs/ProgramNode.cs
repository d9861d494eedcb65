using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>
/// An activity at its place in a program: bound to its behaviour, its children found. Immutable, shared.
/// </summary>
internal sealed class ProgramNode
{
    // Only flowcharts of instances that triggers started need it.
    private ConcurrentDictionary<string, FlowGraph>? _flows;

    /// <summary>Its place in the program's list; stable for a version, and so what stored instances refer to.</summary>
    public required int Index { get; init; }

    /// <summary>As it was drawn.</summary>
    public required ActivityDefinition Definition { get; init; }

    /// <summary>What it does.</summary>
    public required Activity Activity { get; init; }

    /// <summary>The activity that it is embedded in; null: it is the root.</summary>
    public required ProgramNode? Parent { get; init; }

    /// <summary>Its place among the children of its port, from 0.</summary>
    public int Place { get; init; }

    /// <summary>The workflow that it stands for; null: it is an activity of its own.</summary>
    public WorkflowDefinition? Workflow { get; init; }

    /// <summary>The ids from the root to here, joined by `:`.</summary>
    public string NodeId => field ??= Parent is null ? Definition.Id : $"{Parent.NodeId}:{Definition.Id}";

    /// <summary>
    /// Where it stands in the JSON; in a workflow that is used, that one's id comes before it: `child#root.then`.
    /// </summary>
    public string Path
    {
        get
        {
            var user = Parent;
            while (user is { Workflow: null })
            {
                user = user.Parent;
            }

            return user is null ? Definition.Path : $"{user.Workflow!.DefinitionId}#{Definition.Path}";
        }
    }

    /// <summary>Children by port.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ProgramNode>> Ports { get; set; } =
        ReadOnlyDictionary<string, IReadOnlyList<ProgramNode>>.Empty;

    /// <summary>The activities of its cases, in their order; null where a case has none.</summary>
    public IReadOnlyList<ProgramNode?> Cases { get; set; } = [];

    /// <summary>The variables that it declares.</summary>
    public IReadOnlyList<ProgramVariable> Variables { get; init; } = [];

    /// <summary>The graph of a flowchart; null: it is none.</summary>
    public FlowGraph? Flow { get; set; }

    /// <summary>
    /// The graph of a flowchart in an instance that an activity's trigger started: where that is one of its own, it
    /// begins there.
    /// </summary>
    public FlowGraph FlowOf(string? trigger) => trigger is null
        ? Flow!
        : LazyInitializer.EnsureInitialized(ref _flows, static () => new(StringComparer.Ordinal))
            .GetOrAdd(trigger, static (id, node) => node.FlowFrom(id), this);

    private FlowGraph FlowFrom(string trigger)
    {
        var children = Children(Activities.FlowchartActivity.Port);
        for (var place = 0; place < children.Count; place++)
        {
            if (children[place].NodeId == trigger || children[place].Definition.Id == trigger)
            {
                return Flow!.From(place);
            }
        }

        return Flow!;
    }

    /// <summary>The one child of a port; null: there is none.</summary>
    public ProgramNode? Child(string port) => Ports.TryGetValue(port, out var children) ? children[0] : null;

    /// <summary>The children of a port, in the order drawn.</summary>
    public IReadOnlyList<ProgramNode> Children(string port) => Ports.GetValueOrDefault(port, []);
}

/// <summary>A declared variable with its type and first value.</summary>
/// <param name="Id">What bindings refer to.</param>
/// <param name="Name">What scripts call it.</param>
/// <param name="Type">What it holds.</param>
/// <param name="First">Its value on entry.</param>
internal sealed record ProgramVariable(string Id, string Name, WorkflowType Type, object? First)
{
    /// <summary>Whether it is an input of a workflow that is used as an activity.</summary>
    public bool IsInput { get; init; }
}
