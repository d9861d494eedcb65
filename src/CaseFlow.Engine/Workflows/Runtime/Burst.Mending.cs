using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>What happens where something cannot go on, and how an operator brings it on again.</summary>
internal sealed partial class Burst
{
    /// <summary>
    /// The work of a bookmark failed for good: an incident of its activity. The bookmark stays, and time does not come
    /// to it. False where it is burnt.
    /// </summary>
    public bool GiveUp(int bookmark, string code, IReadOnlyList<string> arguments)
    {
        if (_state.Status == WorkflowStatus.Finished || _state.Waiting(bookmark) is not { } waiting)
        {
            return false;
        }

        SetDue(waiting, bookmark, null);
        waiting.Status = ActivityStatus.Faulted;
        Tell(waiting, code, arguments, bookmark);
        Drain();
        return true;
    }

    /// <summary>
    /// Does again what an incident was about: the step that the activity failed on, or the work of its bookmark. False
    /// where there is nothing to do again.
    /// </summary>
    public bool Retry(int incident, string by)
    {
        if (Mended(incident) is not { } context)
        {
            return false;
        }

        _state.Resolve(incident, Surroundings.Now);
        Journal?.Tell(context.Node, JournalEvent.Retried, by);
        if (_state.Incidents[incident - 1].Bookmark is { } bookmark)
        {
            SetDue(context, bookmark, Surroundings.Now);
        }

        if (!_state.HasOpenIncidentOf(context.Number))
        {
            TakeHeld(context);
        }

        GoOn();
        return true;
    }

    /// <summary>Passes over the activity of an incident: it completes with outcomes. False where it is gone.</summary>
    public bool Skip(int incident, IReadOnlyList<string> outcomes, string by)
    {
        if (Mended(incident) is not { } context)
        {
            return false;
        }

        _state.ResolveOf(context.Number, Surroundings.Now);
        Journal?.Tell(context.Node, JournalEvent.Skipped, by);
        (context.Status, context.Held) = (ActivityStatus.Running, null);
        Complete(context, outcomes);
        GoOn();
        return true;
    }

    /// <summary>The instance cannot be carried on at all: an incident of its first activity, which ends it.</summary>
    public void Stop(string code, IReadOnlyList<string> arguments)
    {
        if (_state.Root is { } root)
        {
            root.Status = ActivityStatus.Faulted;
            Tell(root, code, arguments, null);
        }

        End(WorkflowSubStatus.Faulted);
    }

    // The steps are of things that have happened: until it knows of all of them, it is not idle.
    private void TakeHeld(ActivityContext context)
    {
        context.Status = ActivityStatus.Running;
        var held = context.Held ?? [];
        context.Held = null;
        for (var place = 0; place < held.Count; place++)
        {
            context.IsCatchingUp = place < held.Count - 1;
            if (context.Status is ActivityStatus.Running or ActivityStatus.Faulted)
            {
                Have(context, held[place]);
            }
        }
    }

    private ActivityContext? Mended(int incident)
    {
        var found = incident >= 1 && incident <= _state.Incidents.Count ? _state.Incidents[incident - 1] : null;
        return found is { ResolvedAt: null }
            ? _state.Contexts.FirstOrDefault(one => one.Number == found.Context && one.Status == ActivityStatus.Faulted)
            : null;
    }

    private void GoOn()
    {
        if (_state.SubStatus is WorkflowSubStatus.Faulted or WorkflowSubStatus.Suspended)
        {
            (_state.Status, _state.SubStatus) = (WorkflowStatus.Running, WorkflowSubStatus.Executing);
        }

        Drain();
    }

    private static void SetDue(ActivityContext context, int bookmark, DateTimeOffset? dueAt)
    {
        var place = context.Waits!.FindIndex(open => open.Number == bookmark);
        if (place >= 0)
        {
            context.Waits[place] = context.Waits[place] with { DueAt = dueAt };
        }
    }

    private void Fail(ActivityContext context, ActivityStep step, string code, IReadOnlyList<string> arguments)
    {
        context.Status = ActivityStatus.Faulted;
        (context.Held ??= []).Add(step);
        Tell(context, code, arguments, null);
    }

    private void Tell(ActivityContext context, string code, IReadOnlyList<string> arguments, int? bookmark)
    {
        _state.Tell(new Incident(
            context.Number, context.Node.NodeId, context.Node.Definition.Type, code, arguments, Surroundings.Now)
        {
            Bookmark = bookmark,
        });
        Journal?.Tell(context.Node, JournalEvent.Faulted, code);
        if (!_program.GoesOnAfterIncidents)
        {
            End(WorkflowSubStatus.Faulted);
        }
    }
}
