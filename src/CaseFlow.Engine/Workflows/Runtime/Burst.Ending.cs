using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>How activities and instances end.</summary>
internal sealed partial class Burst
{
    /// <summary>Ends the instance from outside.</summary>
    public void Cancel()
    {
        if (_state.Root is { } root)
        {
            Cancel(root);
        }

        _state.ResolveAll(Surroundings.Now);
        _state.Status = WorkflowStatus.Running;
        End(WorkflowSubStatus.Cancelled);
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
        var ended = outcomes.Count == 0 ? Outcomes.Done : outcomes;
        Journal?.TellCompleted(context.Node, ended);
        if (context.Owner is { Status: ActivityStatus.Running or ActivityStatus.Faulted } owner)
        {
            Have(owner, new ActivityStep(StepKind.ChildCompleted) { Child = context, Outcomes = ended });
        }
    }

    /// <summary>Ends an activity, and all below it, without telling that it completed.</summary>
    public void Cancel(ActivityContext context)
    {
        if (context.Status is ActivityStatus.Completed or ActivityStatus.Cancelled)
        {
            return;
        }

        if (context.Status == ActivityStatus.Faulted && _program.GoesOnAfterIncidents)
        {
            _state.ResolveOf(context.Number, Surroundings.Now);
        }

        context.Status = ActivityStatus.Cancelled;
        CancelChildren(context);
        Leave(context);
        Journal?.Tell(context.Node, JournalEvent.Cancelled, null);
        if (context.Owner is { Status: ActivityStatus.Running or ActivityStatus.Faulted } owner)
        {
            Have(owner, new ActivityStep(StepKind.ChildCancelled) { Child = context });
        }
    }

    /// <summary>Ends the whole instance: nothing that is scheduled runs any more.</summary>
    public void Finish()
    {
        _queue.Clear();
        _state.Root = null;
        End(WorkflowSubStatus.Finished);
    }

    private void CancelChildren(ActivityContext context)
    {
        while (context.LastChild is { } child)
        {
            Cancel(child);
            context.Remove(child);
        }
    }

    private void Leave(ActivityContext context)
    {
        context.Waits = null;
        if (context.Owner is { } owner)
        {
            owner.Remove(context);
        }
        else
        {
            _state.Root = null;
        }
    }

    // An instance ends once: what still runs in the burst that an incident ended does not change how it ended.
    private void End(WorkflowSubStatus how)
    {
        if (_state.Status == WorkflowStatus.Finished)
        {
            return;
        }

        (_state.Status, _state.SubStatus) = (WorkflowStatus.Finished, how);
        Journal?.Tell(
            null,
            how switch
            {
                WorkflowSubStatus.Faulted => JournalEvent.Faulted,
                WorkflowSubStatus.Cancelled => JournalEvent.Cancelled,
                _ => JournalEvent.Completed,
            },
            null);
    }
}
