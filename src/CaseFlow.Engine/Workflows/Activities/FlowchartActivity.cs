using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>
/// `Flowchart{activities, connections, start}`: follows connections by outcome. What decides when an activity with
/// several ways in goes on is a count: a way is *visited* each time its source has completed or was passed over,
/// *followed* where the outcome was its own. So a way that is not taken is known behind it, and nobody waits for it.
/// </summary>
internal sealed class FlowchartActivity : Activity
{
    /// <summary>The port of its activities.</summary>
    public const string Port = "activities";

    /// <inheritdoc/>
    public override string Type => "Elsa.Flowchart";

    /// <inheritdoc/>
    public override bool DeclaresVariables => true;

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var graph = GraphOf(context);
        if (graph.Start is not { } start)
        {
            context.Complete();
            return;
        }

        context.Memory = new FlowMemory(graph.Size, graph.Edges.Count);
        Schedule(context, start);
    }

    /// <inheritdoc/>
    public override void ChildCompleted(
        ActivityContext context, ActivityContext? child, IReadOnlyList<string> outcomes)
    {
        if (child!.Node.Activity.IsTerminal)
        {
            context.Complete();
        }
        else if (!Leave(context, child.Node.Place, outcomes))
        {
            CompleteWhereIdle(context);
        }
    }

    /// <inheritdoc/>
    public override void ChildCancelled(ActivityContext context, ActivityContext child)
    {
        CompleteWhereIdle(context);
        if (context.Status == ActivityStatus.Running)
        {
            Leave(context, child.Node.Place, []);
        }
    }

    private static void CompleteWhereIdle(ActivityContext context)
    {
        if (!context.HasChildren && context.Queued == 0)
        {
            context.Complete();
        }
    }

    /// <summary>
    /// Visits all ways out of an activity, and of all activities that are passed over by it. True where something was
    /// scheduled.
    /// </summary>
    private static bool Leave(ActivityContext context, int place, IReadOnlyList<string> outcomes)
    {
        var memory = (FlowMemory)context.Memory!;
        if (!memory.TakeLoop(place))
        {
            memory.Visits[place]++;
        }

        var scheduled = false;
        var open = new Stack<(int Place, int Next, IReadOnlyList<string> Outcomes)>();
        open.Push((place, 0, outcomes));
        while (open.TryPop(out var at))
        {
            var ways = GraphOf(context).Outbound(at.Place);
            if (at.Next == ways.Count)
            {
                continue;
            }

            open.Push(at with { Next = at.Next + 1 });
            var way = ways[at.Next];
            switch (Visit(context, memory, way, at.Outcomes.Contains(way.Port, StringComparer.Ordinal)))
            {
                case Step.Schedule:
                    scheduled = true;
                    break;
                case Step.PassOver:
                    memory.Visits[way.Target]++;
                    open.Push((way.Target, 0, []));
                    break;
            }
        }

        return scheduled;
    }

    private static Step Visit(ActivityContext context, FlowMemory memory, FlowEdge way, bool isFollowed)
    {
        memory.WayVisits[way.Index]++;
        memory.IsFollowed[way.Index] = isFollowed;
        return way.IsBackward ? GoBack(context, memory, way, isFollowed) : Join(context, memory, way);
    }

    private static Step GoBack(ActivityContext context, FlowMemory memory, FlowEdge way, bool isFollowed)
    {
        if (!isFollowed)
        {
            return Step.Wait;
        }

        if (!way.IsSoundLoop)
        {
            throw ActivityContext.Fault(
                WorkflowCodes.UnsoundLoop, NameOf(context, way.Source), NameOf(context, way.Target));
        }

        memory.MarkLoop(way.Target);
        Schedule(context, way.Target);
        return Step.Schedule;
    }

    private static Step Join(ActivityContext context, FlowMemory memory, FlowEdge way)
    {
        var inbound = GraphOf(context).Inbound(way.Target);
        var visits = memory.Visits[way.Target];
        var allVisited = AreVisited(memory, inbound, visits);
        var step = ModeOf(context, way.Target) switch
        {
            JoinMode.WaitAny when memory.WayVisits[way.Index] <= visits || IsUnderWay(context, way.Target) => Step.Wait,
            JoinMode.WaitAny when !allVisited && !memory.IsFollowed[way.Index] => Step.Wait,
            JoinMode.WaitAny => IsAnyFollowed(memory, inbound, visits) ? Step.Schedule
                : allVisited ? Step.PassOver : Step.Wait,
            _ when !allVisited => Step.Wait,
            JoinMode.WaitAll => inbound.All(one => memory.IsFollowed[one.Index]) ? Step.Schedule : Step.PassOver,
            _ => IsAnyFollowed(memory, inbound, visits) ? Step.Schedule : Step.PassOver,
        };
        if (step == Step.Schedule)
        {
            Schedule(context, way.Target);
            if (ModeOf(context, way.Target) == JoinMode.WaitAny)
            {
                CancelAncestors(context, way.Target);
            }
        }

        return step;
    }

    // From the last on: branches mostly end in the order drawn, and a wide join would look through all of them each
    // time.
    private static bool AreVisited(FlowMemory memory, IReadOnlyList<FlowEdge> inbound, int visits)
    {
        var place = inbound.Count;
        while (place > 0 && memory.WayVisits[inbound[place - 1].Index] > visits)
        {
            place--;
        }

        return place == 0;
    }

    private static bool IsAnyFollowed(FlowMemory memory, IReadOnlyList<FlowEdge> inbound, int visits)
    {
        var newest = inbound.Max(one => memory.WayVisits[one.Index]);
        return newest > visits && inbound.Any(one =>
            memory.WayVisits[one.Index] == newest && memory.IsFollowed[one.Index]);
    }

    // Scheduled in this round already: it has not completed, or its visits would say so.
    private static bool IsUnderWay(ActivityContext context, int place) =>
        context.Burst.IsQueued(context, context.Node.Children(Port)[place]);

    private static void CancelAncestors(ActivityContext context, int place)
    {
        var ancestors = GraphOf(context).Ancestors(place);
        foreach (var child in context.Children.Where(child => ancestors.Contains(child.Node.Place)).ToList())
        {
            context.Burst.Cancel(child);
        }
    }

    private static JoinMode ModeOf(ActivityContext context, int place)
    {
        var node = context.Node.Children(Port)[place];
        if (node.Activity is not FlowJoinActivity)
        {
            return JoinMode.WaitAllActive;
        }

        return node.Definition.Inputs.TryGetValue("mode", out var binding) && binding.Expression is { } mode
            ? JoinModes.Of(
                context.Burst.Inputs.Evaluate(context, "mode", mode, WorkflowType.Text) as string, JoinMode.WaitAny)
            : JoinMode.WaitAny;
    }

    private static FlowGraph GraphOf(ActivityContext context) =>
        context.Node.FlowOf(context.Burst.State.TriggeredBy);

    private static void Schedule(ActivityContext context, int place) =>
        context.Schedule(context.Node.Children(Port)[place]);

    private static string NameOf(ActivityContext context, int place) =>
        context.Node.Children(Port)[place].Definition.Id;

    private enum Step
    {
        Wait,
        Schedule,
        PassOver,
    }
}

/// <summary>What a flowchart counts. Places and ways as in its <see cref="FlowGraph"/>.</summary>
internal sealed record FlowMemory : ActivityMemory
{
    private readonly HashSet<int> _loops = [];

    public FlowMemory(int activities, int ways) =>
        (Visits, WayVisits, IsFollowed) = (new int[activities], new int[ways], new bool[ways]);

    /// <summary>The activities that are entered by a way back and have not completed.</summary>
    public IReadOnlyCollection<int> Loops => _loops;

    /// <summary>How often an activity was completed or passed over.</summary>
    public int[] Visits { get; }

    /// <summary>How often a way was visited.</summary>
    public int[] WayVisits { get; }

    /// <summary>Whether a way was followed when it was last visited.</summary>
    public bool[] IsFollowed { get; }

    /// <summary>An activity is entered by a way back: its completion counts as no visit.</summary>
    public void MarkLoop(int place) => _loops.Add(place);

    /// <summary>Whether it was entered by a way back; asked once.</summary>
    public bool TakeLoop(int place) => _loops.Remove(place);
}
