using CaseFlow.Engine.Workflows.Definitions;

namespace CaseFlow.Engine.Workflows.Building;

/// <summary>A flowchart that is being drawn. What is connected belongs to it; what is not must be added.</summary>
public sealed class FlowchartDrawing
{
    private readonly List<DrawnActivity> _activities = [];
    private readonly List<(DrawnActivity Source, string Port, DrawnActivity Target)> _ways = [];

    internal FlowchartDrawing()
    {
    }

    internal IReadOnlyList<DrawnActivity> Activities => _activities;

    internal DrawnActivity? First { get; private set; }

    /// <summary>Adds an activity that nothing is connected with so far.</summary>
    public FlowchartDrawing Add(DrawnActivity activity)
    {
        if (!_activities.Contains(activity))
        {
            _activities.Add(activity);
        }

        return this;
    }

    /// <summary>Names the activity that it begins with.</summary>
    public FlowchartDrawing StartAt(DrawnActivity activity)
    {
        First = activity;
        return Add(activity);
    }

    /// <summary>Goes on from one activity with another, when the first is done.</summary>
    public FlowchartDrawing Connect(DrawnActivity source, DrawnActivity target) =>
        Connect(source, ConnectionDefinition.Done, target);

    /// <summary>Goes on from one activity with another, when the first ends with an outcome.</summary>
    public FlowchartDrawing Connect(DrawnActivity source, string outcome, DrawnActivity target)
    {
        _ways.Add((source, outcome, target));
        return Add(source).Add(target);
    }

    /// <summary>Goes on from one activity to the next, each when the one before is done.</summary>
    public FlowchartDrawing Chain(params IReadOnlyList<DrawnActivity> activities)
    {
        for (var place = 1; place < activities.Count; place++)
        {
            Connect(activities[place - 1], activities[place]);
        }

        return this;
    }

    internal IReadOnlyList<ConnectionDefinition> Connections(Numbering numbering) =>
    [
        .. _ways.Select(way => new ConnectionDefinition(
            way.Source.IdIn(numbering), way.Port, way.Target.IdIn(numbering), ConnectionDefinition.In)),
    ];
}
