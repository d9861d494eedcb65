using System.Runtime.CompilerServices;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>
/// Carries an instance on from one thing that happened until it waits or ends. What is scheduled runs first in, first
/// out; nothing runs at the same time as anything else. It touches nothing outside, and looks at a clock only to break
/// off what takes too long: what it gives is the changed state, what was printed and what happened.
/// </summary>
internal sealed partial class Burst
{
    private readonly WorkflowProgram _program;
    private readonly WorkflowState _state;
    private readonly Queue<WorkItem> _queue = new();
    private readonly List<string> _lines = [];
    private readonly BurstBudget _budget;
    private bool _isTriggerTaken;
    private int _draws;

    /// <summary>A burst.</summary>
    /// <param name="program">What it runs.</param>
    /// <param name="state">The instance.</param>
    /// <param name="surroundings">What it is told from outside.</param>
    /// <param name="clock">Measures how long it takes, and nothing else; null: nobody does.</param>
    public Burst(
        WorkflowProgram program, WorkflowState state, BurstSurroundings surroundings, TimeProvider? clock = null)
    {
        (_program, _state, Surroundings) = (program, state, surroundings);
        _budget = new BurstBudget(surroundings.Limits, clock);
        Inputs = new InputReading(this);
        Outputs = new OutputSetting(this);
    }

    public BurstSurroundings Surroundings { get; }

    public WorkflowState State => _state;

    public WorkflowProgram Program => _program;

    public InputReading Inputs { get; }

    public OutputSetting Outputs { get; }

    /// <summary>
    /// Asked before every activity: once it is cancelled, the burst breaks off, and nothing came of it.
    /// </summary>
    public CancellationToken Stopping { get; init; }

    /// <summary>What happened; null: nobody wants to know.</summary>
    public BurstJournal? Journal { get; init; }

    /// <summary>
    /// What starts the instance in this burst: that activity has what it waits for when it is first run. Null: nothing.
    /// </summary>
    public TriggerStart? Trigger { get; init; }

    /// <summary>What was printed.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Begins the instance.</summary>
    public void Start()
    {
        _state.SubStatus = WorkflowSubStatus.Executing;
        Journal?.Tell(null, JournalEvent.Started, null);
        _queue.Enqueue(new WorkItem(_program.Root, null, null, null));
        Drain();
    }

    /// <summary>Goes on where it waited; false where that bookmark is burnt.</summary>
    public bool Resume(int bookmark, object? answer)
    {
        if (_state.Status == WorkflowStatus.Finished || _state.Waiting(bookmark) is not { } waiting)
        {
            return false;
        }

        var found = waiting.Waits!.Find(open => open.Number == bookmark)!;
        _state.SubStatus = WorkflowSubStatus.Executing;
        waiting.Waits.Remove(found);
        Journal?.TellWait(waiting.Node, JournalEvent.Resumed, found);
        Have(waiting, new ActivityStep(StepKind.Resume) { Bookmark = found, Answer = answer });
        Drain();
        return true;
    }

    /// <summary>
    /// Tells an activity of something about what it waits for, and has it wait on; false where it has nothing to do
    /// then.
    /// </summary>
    public bool Tell(int bookmark, object? answer)
    {
        if (_state.Status == WorkflowStatus.Finished || _state.Waiting(bookmark) is not { } waiting
            || !waiting.Node.Activity.HearsOfFaults(waiting))
        {
            return false;
        }

        var found = waiting.Waits!.Find(open => open.Number == bookmark)!;
        _state.SubStatus = WorkflowSubStatus.Executing;
        Have(waiting, new ActivityStep(StepKind.Told) { Bookmark = found, Answer = answer });
        Drain();
        return true;
    }

    public void Print(ActivityContext context, string line)
    {
        _lines.Add(line);
        Journal?.Tell(context.Node, JournalEvent.Printed, line);
    }

    /// <summary>The number of an evaluation in this burst, from 1; never the same twice.</summary>
    public int Draw() => ++_draws;

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

    public Bookmark Wait(ActivityContext context, string kind, string key, DateTimeOffset? dueAt, object? payload)
    {
        ValueSize.Fitting(kind, payload);
        var bookmark = new Bookmark(++_state.LastBookmark, context.Number, kind, key)
        {
            DueAt = dueAt,
            Payload = payload,
        };
        (context.Waits ??= []).Add(bookmark);
        Journal?.TellWait(context.Node, JournalEvent.Waiting, bookmark);
        return bookmark;
    }

    /// <summary>Whether an activity's trigger started the instance in this burst; asked once.</summary>
    public bool TakeTrigger(ProgramNode node)
    {
        var isMeant = !_isTriggerTaken && Trigger is { } trigger
            && (node.NodeId == trigger.ActivityId || node.Definition.Id == trigger.ActivityId);
        _isTriggerTaken |= isMeant;
        return isMeant;
    }

    private void Drain()
    {
        while (_queue.TryDequeue(out var item))
        {
            Stopping.ThrowIfCancellationRequested();
            if (item.Owner is { } owner)
            {
                owner.Queued--;
                if (owner.Status is ActivityStatus.Completed or ActivityStatus.Cancelled)
                {
                    continue;
                }

                owner.Node.Activity.ChildBegins(owner, item.Node);
            }

            Begin(item);
        }

        if (_state.Status != WorkflowStatus.Running)
        {
            return;
        }

        if (_state.Root is null)
        {
            End(WorkflowSubStatus.Finished);
        }
        else if (!_program.GoesOnAfterIncidents && _state.HasOpenIncident)
        {
            End(WorkflowSubStatus.Faulted);
        }
        else
        {
            _state.SubStatus = WorkflowSubStatus.Suspended;
        }
    }

    private void Begin(WorkItem item)
    {
        var context = new ActivityContext
        {
            Number = ++_state.LastContext, Node = item.Node, Owner = item.Owner, Tag = item.Tag,
        };
        if (item.Owner is { } owner)
        {
            owner.Add(context);
        }
        else
        {
            _state.Root = context;
        }

        foreach (var variable in item.Node.Activity.IsComposite ? [] : item.Node.Variables)
        {
            context.Declare(new LocalVariable(variable.Id, variable.Name, variable.Type) { Value = variable.First });
        }

        foreach (var local in item.Locals ?? [])
        {
            context.Declare(local);
        }

        Journal?.Tell(item.Node, JournalEvent.Started, null);
        Have(context, new ActivityStep(StepKind.Execute));
    }

    /// <summary>
    /// Has an activity take a step. One that could not go on takes none until it is mended: the step is kept.
    /// </summary>
    private void Have(ActivityContext context, ActivityStep step)
    {
        Reach(context);
        if (context.Status == ActivityStatus.Faulted)
        {
            (context.Held ??= []).Add(step);
            return;
        }

        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            if (step.Kind == StepKind.Execute)
            {
                _budget.Spend();
            }

            step.Take(context);
        }
        catch (WorkflowFault fault)
        {
            Fail(context, step, fault.Code, fault.Arguments);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            // An activity's own fault, such as a number beyond its range, stops its instance and nothing else.
            Fail(context, step, WorkflowCodes.ActivityThrew, [thrown.GetType().Name]);
        }
    }

    // What an activity does may end one that it stands in, however far out: that one is in this burst, too.
    private void Reach(ActivityContext? context)
    {
        for (; context is not null && context.Burst != this; context = context.Owner)
        {
            context.Burst = this;
        }
    }

    private readonly record struct WorkItem(
        ProgramNode Node, ActivityContext? Owner, string? Tag, IReadOnlyList<LocalVariable>? Locals);
}

/// <summary>The outcomes that need no words.</summary>
internal static class Outcomes
{
    /// <summary>`Done`.</summary>
    public static IReadOnlyList<string> Done { get; } = [ConnectionDefinition.Done];
}
