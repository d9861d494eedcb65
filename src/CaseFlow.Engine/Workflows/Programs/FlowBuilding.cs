using System.Globalization;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>Makes the graph of a flowchart: finds what its connections name, and where it begins.</summary>
internal static class FlowBuilding
{
    /// <summary>The graph; what is wrong is told by code, path and what the message quotes.</summary>
    public static FlowGraph Build(ProgramNode node, Action<string, string, string> warn)
    {
        var children = node.Children(FlowchartActivity.Port);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < children.Count; place++)
        {
            places.TryAdd(children[place].Definition.Id, place);
        }

        var edges = new List<FlowEdge>();
        for (var index = 0; index < node.Definition.Connections.Count; index++)
        {
            var drawn = node.Definition.Connections[index];
            var path = string.Create(
                CultureInfo.InvariantCulture, $"{node.Definition.Path}.connections[{index}]");
            if (Place(places, drawn.Source, path, warn) is { } source
                && Place(places, drawn.Target, path, warn) is { } target)
            {
                edges.Add(new FlowEdge(edges.Count, source, drawn.Port, target));
            }
        }

        var hasOpenModes = children.Any(child =>
            child.Activity is FlowJoinActivity && FlowJoinActivity.HasOpenMode(child.Definition));
        return new FlowGraph(
            children.Count, StartOf(node.Definition, children, places, edges, warn), edges, hasOpenModes);
    }

    // The format's owner drops such a connection; so do we, and say it.
    private static int? Place(
        Dictionary<string, int> places, string id, string path, Action<string, string, string> warn)
    {
        if (places.TryGetValue(id, out var place))
        {
            return place;
        }

        warn(WorkflowCodes.ConnectionToNothing, path, id);
        return null;
    }

    private static int? StartOf(
        ActivityDefinition flowchart,
        IReadOnlyList<ProgramNode> children,
        Dictionary<string, int> places,
        List<FlowEdge> edges,
        Action<string, string, string> warn)
    {
        if (flowchart.Start is { } start)
        {
            if (places.TryGetValue(start, out var named))
            {
                return named;
            }

            warn(WorkflowCodes.StartMissing, flowchart.Path, start);
        }

        var entered = edges.Select(edge => edge.Target).ToHashSet();
        return First(children, child => child.Activity is StartActivity)
            ?? First(children, child => child.Definition.CanStartWorkflow)
            ?? Enumerable.Range(0, children.Count)
                .Where(place => !entered.Contains(place)).Cast<int?>().FirstOrDefault()
            ?? (children.Count > 0 ? 0 : null);
    }

    private static int? First(IReadOnlyList<ProgramNode> children, Predicate<ProgramNode> isMeant)
    {
        for (var place = 0; place < children.Count; place++)
        {
            if (isMeant(children[place]))
            {
                return place;
            }
        }

        return null;
    }
}
