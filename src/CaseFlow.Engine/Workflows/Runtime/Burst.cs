using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>
/// Carries an instance on from one thing that happened until it waits or ends. What is scheduled runs first in, first
/// out;
/// nothing runs at the same time as anything else. It reads no clock and touches nothing outside: what it gives is the
/// changed state and what was printed.
/// </summary>
internal sealed partial class Burst
{
    /// <summary>
    /// How many activities may run in a burst: more is a loop that never waits. A loop over a hundred thousand items
    /// with
    /// five activities each stays below.
    /// </summary>
    public const int MostSteps = 1_000_000;

    private readonly WorkflowProgram _program;
    private readonly WorkflowState _state;
    private readonly Queue<WorkItem> _queue = new();
    private readonly List<string> _lines = [];
    private int _steps;
    private int _draws;

    public Burst(WorkflowProgram program, WorkflowState state, BurstSurroundings surroundings)
    {
        (_program, _state, Surroundings) = (program, state, surroundings);
        Inputs = new InputReading(this);
        Outputs = new OutputSetting(this);
    }

    public BurstSurroundings Surroundings { get; }

    public WorkflowState State => _state;

    public WorkflowProgram Program => _program;

    public InputReading Inputs { get; }

    public OutputSetting Outputs { get; }

    /// <summary>What was printed.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Begins the instance.</summary>
    public void Start()
    {
        _state.SubStatus = WorkflowSubStatus.Executing;
        _queue.Enqueue(new WorkItem(_program.Root, null, null, null));
        Drain();
    }

    /// <summary>Goes on where it waited; false where that bookmark is burnt.</summary>
    public bool Resume(int bookmark, object? answer)
    {
        if (_state.Status == WorkflowStatus.Finished
            || _state.OpenBookmarks.Find(open => open.Number == bookmark) is not { } found
            || _state.Contexts.Find(context => context.Number == found.Context) is not { } waiting)
        {
            return false;
        }

        _state.SubStatus = WorkflowSubStatus.Executing;
        _state.OpenBookmarks.Remove(found);
        waiting.Burst = this;
        Guarded(waiting, () => waiting.Node.Activity.Resume(waiting, found, answer));
        Drain();
        return true;
    }

    /// <summary>Ends the instance from outside.</summary>
    public void Cancel()
    {
        foreach (var context in _state.Contexts.Where(context => context.Owner is null).ToList())
        {
            Cancel(context);
        }

        End(WorkflowSubStatus.Cancelled);
    }

    /// <summary>The number of an evaluation in this burst, from 1; never the same twice.</summary>
    public int Draw() => ++_draws;

    public void Print(string line) => _lines.Add(line);

    public void Schedule(
        ActivityContext owner, ProgramNode? child, string? tag, IReadOnlyList<LocalVariable>? locals)
    {
        if (child is null)
        {
            owner.Node.Activity.ChildCompleted(owner, null, Outcomes.Done);
            return;
        }

        owner.Queued++;
        _queue.Enqueue(new WorkItem(child, owner, tag, locals));
    }

    /// <summary>Whether a child is scheduled and has not begun.</summary>
    public bool IsQueued(ActivityContext owner, ProgramNode child) =>
        owner.Queued > 0 && _queue.Any(item => item.Owner == owner && item.Node == child);

    public Bookmark Wait(ActivityContext context, string kind, string key, DateTimeOffset? dueAt, object? payload)
    {
        var bookmark = new Bookmark(++_state.LastBookmark, context.Number, kind, key)
        {
            DueAt = dueAt,
            Payload = payload,
        };
        _state.OpenBookmarks.Add(bookmark);
        return bookmark;
    }

    /// <summary>Ends an activity: what is still open below it is cancelled, and its owner is told.</summary>
    public void Complete(ActivityContext context, IReadOnlyList<string> outcomes)
    {
        if (context.Status != ActivityStatus.Running)
        {
            return;
        }

        // First of all: what is cancelled below must find it ended, or it would be told of it and end again.
        context.Status = ActivityStatus.Completed;
        CancelChildren(context);
        Leave(context);
        if (context.Owner is { Status: ActivityStatus.Running } owner)
        {
            owner.Burst = this;
            Guarded(owner, () => owner.Node.Activity.ChildCompleted(
                owner, context, outcomes.Count == 0 ? Outcomes.Done : outcomes));
        }
    }

    /// <summary>Ends an activity, and all below it, without telling that it completed.</summary>
    public void Cancel(ActivityContext context)
    {
        if (context.Status is ActivityStatus.Completed or ActivityStatus.Cancelled)
        {
            return;
        }

        context.Status = ActivityStatus.Cancelled;
        CancelChildren(context);
        Leave(context);
        if (context.Owner is { Status: ActivityStatus.Running } owner)
        {
            owner.Burst = this;
            owner.Node.Activity.ChildCancelled(owner, context);
        }
    }

    /// <summary>Ends the whole instance: nothing that is scheduled runs any more.</summary>
    public void Finish()
    {
        _queue.Clear();
        _state.OpenBookmarks.Clear();
        _state.Contexts.Clear();
        End(WorkflowSubStatus.Finished);
    }

    private void Drain()
    {
        while (_queue.TryDequeue(out var item))
        {
            if (item.Owner is { } owner)
            {
                owner.Queued--;
                if (owner.Status != ActivityStatus.Running)
                {
                    continue;
                }
            }

            Begin(item);
        }

        if (_state.Status == WorkflowStatus.Running)
        {
            _state.SubStatus = _state.Contexts.Count == 0 ? WorkflowSubStatus.Finished : WorkflowSubStatus.Suspended;
            _state.Status = _state.Contexts.Count == 0 ? WorkflowStatus.Finished : WorkflowStatus.Running;
        }
    }

    private void Begin(WorkItem item)
    {
        var context = new ActivityContext
        {
            Number = ++_state.LastContext, Node = item.Node, Owner = item.Owner, Tag = item.Tag, Burst = this,
        };
        _state.Contexts.Add(context);
        item.Owner?.Add(context);
        foreach (var variable in item.Node.Activity.IsComposite ? [] : item.Node.Variables)
        {
            context.Declare(new LocalVariable(variable.Id, variable.Name, variable.Type) { Value = variable.First });
        }

        foreach (var local in item.Locals ?? [])
        {
            context.Declare(local);
        }

        Guarded(context, () =>
        {
            if (++_steps > MostSteps)
            {
                throw ActivityContext.Fault(WorkflowCodes.NeverWaits, MostSteps.ToString(Surroundings.Numbers));
            }

            item.Node.Activity.Execute(context);
        });
    }

    private void Guarded(ActivityContext context, Action act)
    {
        try
        {
            act();
        }
        catch (WorkflowFault fault)
        {
            context.Status = ActivityStatus.Faulted;
            _state.Tell(new Incident(
                context.Number, context.Node.NodeId, context.Node.Definition.Type, fault.Code, fault.Arguments,
                Surroundings.Now));
            if (!_program.GoesOnAfterIncidents && _state.Status == WorkflowStatus.Running)
            {
                End(WorkflowSubStatus.Faulted);
            }
        }
    }

    private void CancelChildren(ActivityContext context)
    {
        while (context.Children is [.., var child])
        {
            Cancel(child);
            context.Remove(child);
        }
    }

    private void Leave(ActivityContext context)
    {
        _state.OpenBookmarks.RemoveAll(bookmark => bookmark.Context == context.Number);
        _state.Contexts.Remove(context);
        context.Owner?.Remove(context);
    }

    private void End(WorkflowSubStatus how) => (_state.Status, _state.SubStatus) = (WorkflowStatus.Finished, how);

    private readonly record struct WorkItem(
        ProgramNode Node, ActivityContext? Owner, string? Tag, IReadOnlyList<LocalVariable>? Locals);
}

/// <summary>The outcomes that need no words.</summary>
internal static class Outcomes
{
    /// <summary>`Done`.</summary>
    public static IReadOnlyList<string> Done { get; } = [ConnectionDefinition.Done];
}
