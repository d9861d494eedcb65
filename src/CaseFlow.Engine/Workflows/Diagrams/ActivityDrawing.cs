using System.Globalization;
using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Diagrams;

/// <summary>
/// Draws activities, each once: one without children as a node, one with children as a subgraph. Connections run only
/// between activities of the same container, so that no subgraph is connected with what is in it.
/// </summary>
/// <param name="notes">A further line of the label, by the activity's node id.</param>
internal sealed class ActivityDrawing(IReadOnlyDictionary<string, string> notes)
{
    private readonly List<string> _lines = [];
    private readonly List<string> _triggers = [];
    private readonly Dictionary<string, string> _drawn = new(StringComparer.Ordinal);
    private int _count;
    private int _depth = 1;

    /// <summary>The lines of nodes, subgraphs and connections.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Those that start instances.</summary>
    public IReadOnlyList<string> Triggers => _triggers;

    /// <summary>What an activity is called in the diagram; null: it is not drawn.</summary>
    public string? Find(string nodeId) => _drawn.GetValueOrDefault(nodeId);

    /// <summary>Draws an activity with all that is embedded in it.</summary>
    public void Draw(ActivityDefinition root) => Draw(root, root.Id);

    private string Draw(ActivityDefinition activity, string nodeId)
    {
        var id = NewId();
        _drawn.TryAdd(nodeId, id);
        if (activity.CanStartWorkflow)
        {
            _triggers.Add(id);
        }

        var label = Label(activity, nodeId);
        if (activity.Ports.Values.All(children => children.Count == 0)
            && activity.Cases.All(found => found.Activity is null))
        {
            Add(id + Shape(activity, label));
            return id;
        }

        Box(id, label, () => Children(activity, nodeId));
        return id;
    }

    private string Label(ActivityDefinition activity, string nodeId) =>
        notes.TryGetValue(nodeId, out var note)
            ? $"{ActivityLabel.Of(activity)}<br/>{MermaidText.Label(note)}"
            : ActivityLabel.Of(activity);

    private static string Shape(ActivityDefinition activity, string label) => activity.Type switch
    {
        _ when activity.CanStartWorkflow => $"([\"{label}\"])",
        "Elsa.FlowDecision" or "Elsa.FlowSwitch" => $"{{\"{label}\"}}",
        "Elsa.Start" or "Elsa.End" or "Elsa.Finish" => $"(\"{label}\")",
        _ => $"[\"{label}\"]",
    };

    private void Children(ActivityDefinition activity, string nodeId)
    {
        foreach (var (port, children) in activity.Ports.Where(port => port.Value.Count > 0))
        {
            if (IsList(port))
            {
                Siblings(activity, children, nodeId);
            }
            else
            {
                Box(NewId(), MermaidText.Label(port), () => Siblings(activity, children, nodeId));
            }
        }

        foreach (var found in activity.Cases)
        {
            if (found.Activity is { } taken)
            {
                Box(NewId(), MermaidText.Label(found.Label), () => Siblings(activity, [taken], nodeId));
            }
        }
    }

    // Their children are what the container is made of; other ports have names that tell children apart.
    private static bool IsList(string port) => port is "activities" or "branches";

    private void Siblings(ActivityDefinition owner, IReadOnlyList<ActivityDefinition> children, string ownerId)
    {
        var drawn = children.Select(child => Draw(child, $"{ownerId}:{child.Id}")).ToList();
        if (owner.Type == "Elsa.Sequence")
        {
            for (var place = 1; place < drawn.Count; place++)
            {
                Add($"{drawn[place - 1]} --> {drawn[place]}");
            }

            return;
        }

        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var place = 0; place < children.Count; place++)
        {
            places.TryAdd(children[place].Id, drawn[place]);
        }

        Connect(owner, places);
    }

    private void Connect(ActivityDefinition owner, Dictionary<string, string> places)
    {
        if (owner.Start is { } start && places.TryGetValue(start, out var first))
        {
            var begin = NewId();
            Add(begin + "((\"#9654;\"))");
            Add($"{begin} --> {first}");
        }

        foreach (var connection in owner.Connections)
        {
            if (places.TryGetValue(connection.Source, out var source)
                && places.TryGetValue(connection.Target, out var target))
            {
                Add($"{source} -->{Port(connection.Port)} {target}");
            }
        }
    }

    private static string Port(string port) =>
        port == ConnectionDefinition.Done ? "" : $"|\"{MermaidText.Label(port)}\"|";

    private void Box(string id, string label, Action content)
    {
        Add($"subgraph {id}[\"{label}\"]");
        _depth++;
        content();
        _depth--;
        Add("end");
    }

    private string NewId() => string.Create(CultureInfo.InvariantCulture, $"n{_count++}");

    private void Add(string line) => _lines.Add(new string(' ', 2 * _depth) + line);
}
