using System.Collections.ObjectModel;
using System.Globalization;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Values;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>What building gave: the program where nothing keeps it from running, and everything found.</summary>
internal sealed record ProgramBuilding(WorkflowProgram? Program, IReadOnlyList<WorkflowFinding> Findings);

/// <summary>Makes a program of a definition, and tells everything that keeps it from being published. Pure.</summary>
internal sealed class ProgramBuilder
{
    private readonly ActivityCatalogue _catalogue;
    private readonly List<ProgramNode> _nodes = [];
    private readonly List<WorkflowFinding> _findings = [];

    private ProgramBuilder(ActivityCatalogue catalogue) => _catalogue = catalogue;

    /// <summary>Builds.</summary>
    public static ProgramBuilding Build(WorkflowDefinition definition, WorkflowFeatures features)
    {
        var builder = new ProgramBuilder(features.Catalogue);
        builder.Node(definition.Root, null, definition.Variables);
        var program = new WorkflowProgram(definition, builder._nodes);
        ExpressionCheck.Run(program, features.Languages, builder._findings);
        return new ProgramBuilding(
            builder._findings.Exists(finding => finding.Severity == Severity.Error) ? null : program,
            builder._findings);
    }

    private ProgramNode Node(
        ActivityDefinition activity, ProgramNode? parent, IReadOnlyList<VariableDefinition> outer, int place = 0)
    {
        var node = new ProgramNode
        {
            Index = _nodes.Count,
            Definition = activity,
            Activity = _catalogue.Find(activity.Type) ?? _catalogue.NotFound,
            Parent = parent,
            Place = place,
            NodeId = parent is null ? activity.Id : $"{parent.NodeId}:{activity.Id}",
            Variables = [.. outer.Concat(activity.Variables).Select(variable => Variable(activity, variable))],
        };
        _nodes.Add(node);
        if (activity.MergeMode is { } mode)
        {
            Tell(WorkflowCodes.TokenMode, activity.Path, mode);
        }

        node.Ports = Ports(node);
        node.Cases = [.. activity.Cases.Select(found => found.Activity is { } one ? Node(one, node, []) : null)];
        if (node.Activity is FlowchartActivity)
        {
            node.Flow = FlowOf(node);
        }

        return node;
    }

    private ReadOnlyDictionary<string, IReadOnlyList<ProgramNode>> Ports(ProgramNode node)
    {
        var ports = new Dictionary<string, IReadOnlyList<ProgramNode>>(StringComparer.Ordinal);
        foreach (var (name, children) in node.Definition.Ports)
        {
            var ids = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var child in children.Where(child => !ids.TryAdd(child.Id, child.Path)))
            {
                Tell(WorkflowCodes.DuplicateActivity, child.Path, child.Id, ids[child.Id]);
            }

            ports[name] = [.. children.Select((child, place) => Node(child, node, [], place))];
        }

        return ports.AsReadOnly();
    }

    private ProgramVariable Variable(ActivityDefinition activity, VariableDefinition variable)
    {
        var type = WorkflowType.Of(variable.TypeName);
        if (variable.IsArray || variable.IsCollection)
        {
            type = new WorkflowType(ValueKind.List, type);
        }

        var first = variable.Value is { } value ? ValueJson.Read(value) : null;
        if (!ValueConversion.TryConvert(first is string text ? Json(text, type) : first, type, out var fitted))
        {
            Warn(WorkflowCodes.ValueDoesNotFit, activity.Path, variable.Name, variable.TypeName);
            fitted = null;
        }

        return new ProgramVariable(variable.Id, variable.Name, type, fitted ?? Zero(type.Kind));
    }

    private static object Json(string text, WorkflowType type) =>
        type.Kind is ValueKind.List or ValueKind.Map or ValueKind.Any
            ? ValueConversion.Parsed(text) ?? text
            : text;

    // A value type without a value has its zero.
    private static object? Zero(ValueKind kind) => kind switch
    {
        ValueKind.Boolean => false,
        ValueKind.Whole => 0L,
        ValueKind.Double => 0d,
        ValueKind.Decimal => 0m,
        _ => null,
    };

    private FlowGraph FlowOf(ProgramNode node)
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
            if (Place(places, drawn.Source, path) is { } source && Place(places, drawn.Target, path) is { } target)
            {
                edges.Add(new FlowEdge(edges.Count, source, drawn.Port, target));
            }
        }

        return new FlowGraph(children.Count, StartOf(node.Definition, children, places, edges), edges);
    }

    // The format's owner drops such a connection; so do we, and say it.
    private int? Place(Dictionary<string, int> places, string id, string path)
    {
        if (places.TryGetValue(id, out var place))
        {
            return place;
        }

        Warn(WorkflowCodes.ConnectionToNothing, path, id);
        return null;
    }

    private static int? StartOf(
        ActivityDefinition flowchart,
        IReadOnlyList<ProgramNode> children,
        Dictionary<string, int> places,
        List<FlowEdge> edges)
    {
        if (flowchart.Start is { } start && places.TryGetValue(start, out var named))
        {
            return named;
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

    private void Tell(string code, string path, params string[] arguments) =>
        _findings.Add(new WorkflowFinding(code, Severity.Error, path, arguments));

    private void Warn(string code, string path, params string[] arguments) =>
        _findings.Add(new WorkflowFinding(code, Severity.Warning, path, arguments));
}
