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
        ((FlowMemory)context.Memory!).Leave(child!.Node.Place);
        if (child.Node.Activity.IsTerminal)
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
        ((FlowMemory)context.Memory!).Leave(child.Node.Place);
        CompleteWhereIdle(context);
        if (context.Status == ActivityStatus.Running)
        {
            Leave(context, child.Node.Place, []);
        }
    }

    /// <inheritdoc/>
    public override void ChildBegins(ActivityContext context, ProgramNode child) =>
        (context.Memory as FlowMemory)?.Begins(GraphOf(context), child.Place);

    /// <summary>
    /// A join that goes on as soon as one way is come by begins: what began on its other ways since it was scheduled is
    /// cancelled.
    /// </summary>
    public static void JoinBegins(ActivityContext join)
    {
        if (join.Owner is { Memory: FlowMemory memory } flowchart && memory.IsUnderWay(join.Node.Place))
        {
            CancelAncestors(flowchart, memory, join.Node.Place);
        }
    }

    private static void CompleteWhereIdle(ActivityContext context)
    {
        if (context is { HasChildren: false, Queued: 0, IsCatchingUp: false })
        {
            context.Complete();
        }
    }

    // Whatever it fails on, it has counted nothing and scheduled nothing: a retry begins with it anew.
    private static bool Leave(ActivityContext context, int place, IReadOnlyList<string> outcomes)
    {
        var memory = (FlowMemory)context.Memory!;
        if (!GraphOf(context).MayFail)
        {
            return Pass(context, memory, null, place, outcomes);
        }

        var entered = new List<(int Place, bool IsAny)>();
        try
        {
            memory.KeepChanges();
            Pass(context, memory, entered, place, outcomes);
            memory.ForgetChanges();
        }
        catch
        {
            memory.TakeBackChanges();
            throw;
        }

        entered.ForEach(one => Enter(context, memory, one.Place, one.IsAny));
        return entered.Count > 0;
    }

    /// <summary>
    /// Visits all ways out of an activity, and of all activities that are passed over by it. True where something was
    /// scheduled.
    /// </summary>
    private static bool Pass(
        ActivityContext context,
        FlowMemory memory,
        List<(int Place, bool IsAny)>? entered,
        int place,
        IReadOnlyList<string> outcomes)
    {
        if (!memory.TakeLoop(place))
        {
            memory.Count(place);
        }

        var scheduled = false;
        var open = memory.Open;
        open.Clear();
        open.Push(new WaysOut(place, 0, outcomes));
        while (open.TryPop(out var at))
        {
            var ways = GraphOf(context).Outbound(at.Place);
            if (at.Next == ways.Count)
            {
                continue;
            }

            open.Push(at with { Next = at.Next + 1 });
            var way = ways[at.Next];
            var isAny = false;
            switch (Visit(context, memory, way, at.Follows(way.Port), ref isAny))
            {
                case Step.Schedule when entered is not null:
                    entered.Add((way.Target, isAny));
                    break;
                case Step.Schedule:
                    Enter(context, memory, way.Target, isAny);
                    scheduled = true;
                    break;
                case Step.PassOver:
                    memory.Count(way.Target);
                    open.Push(new WaysOut(way.Target, 0, []));
                    break;
            }
        }

        return scheduled;
    }

    private static Step Visit(
        ActivityContext context, FlowMemory memory, FlowEdge way, bool isFollowed, ref bool isAny)
    {
        memory.Visit(way.Index, isFollowed);
        var step = way.IsBackward ? GoBack(context, memory, way, isFollowed, ref isAny)
            : Join(context, memory, way, ref isAny);
        if (step == Step.Schedule && isAny)
        {
            memory.Enter(way.Target);
        }

        return step;
    }

    private static Step GoBack(
        ActivityContext context, FlowMemory memory, FlowEdge way, bool isFollowed, ref bool isAny)
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

        isAny = ModeOf(context, way.Target) == JoinMode.WaitAny;
        memory.MarkLoop(way.Target);
        return Step.Schedule;
    }

    private static Step Join(ActivityContext context, FlowMemory memory, FlowEdge way, ref bool isAny)
    {
        var inbound = GraphOf(context).Inbound(way.Target);
        var visits = memory.Visits[way.Target];
        var mode = ModeOf(context, way.Target);
        isAny = mode == JoinMode.WaitAny;
        if (isAny && (memory.WayVisits[way.Index] <= visits || memory.IsUnderWay(way.Target)))
        {
            return Step.Wait;
        }

        var allVisited = AreVisited(memory, inbound, visits);
        return mode switch
        {
            JoinMode.WaitAny when !allVisited && !memory.IsFollowed[way.Index] => Step.Wait,
            JoinMode.WaitAny => IsAnyFollowed(memory, inbound, visits) ? Step.Schedule
                : allVisited ? Step.PassOver : Step.Wait,
            _ when !allVisited => Step.Wait,
            JoinMode.WaitAll => AreFollowed(memory, inbound) ? Step.Schedule : Step.PassOver,
            _ => IsAnyFollowed(memory, inbound, visits) ? Step.Schedule : Step.PassOver,
        };
    }

    private static void Enter(ActivityContext context, FlowMemory memory, int place, bool isAny)
    {
        Schedule(context, place);
        if (isAny)
        {
            CancelAncestors(context, memory, place);
        }
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

    private static bool AreFollowed(FlowMemory memory, IReadOnlyList<FlowEdge> inbound)
    {
        var place = inbound.Count;
        while (place > 0 && memory.IsFollowed[inbound[place - 1].Index])
        {
            place--;
        }

        return place == 0;
    }

    // Of the ways that were visited most often. All activities come by here: nothing is allocated.
    private static bool IsAnyFollowed(FlowMemory memory, IReadOnlyList<FlowEdge> inbound, int visits)
    {
        var (newest, isFollowed) = (visits, false);
        for (var place = 0; place < inbound.Count; place++)
        {
            var way = inbound[place].Index;
            var count = memory.WayVisits[way];
            if (count > visits && count >= newest)
            {
                isFollowed = memory.IsFollowed[way] || (count == newest && isFollowed);
                newest = count;
            }
        }

        return isFollowed;
    }

    private static void CancelAncestors(ActivityContext context, FlowMemory memory, int place)
    {
        if (!context.HasChildren)
        {
            return;
        }

        memory.MarkAncestors(GraphOf(context), place);
        foreach (var child in context.Children.Where(child => memory.IsMarked(child.Node.Place)).ToList())
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

        const string input = FlowJoinActivity.ModeInput;
        if (!node.Definition.Inputs.TryGetValue(input, out var binding) || binding.Expression is not { } mode)
        {
            return JoinMode.WaitAny;
        }

        var name = context.Burst.Inputs.Evaluate(context, input, mode, WorkflowType.Text) as string;
        return JoinModes.Of(name, JoinMode.WaitAny);
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
