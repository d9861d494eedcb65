using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>Looks for the first event of a type after a version of a case.</summary>
internal static class EventWatch
{
    /// <summary>The event, or that it has not happened and, in a closed case, is not waited for.</summary>
    public static WorkAnswer Look(
        CaseAtHand found, IReadOnlyDictionary<string, object?> payload, IReadOnlyList<RecordedEvent> history)
    {
        var type = payload.Text(CasePayload.EventType)!;
        if (EventTypes.Named(type) is null)
        {
            throw ActivityContext.Fault(WorkflowCodes.NotInPack, CasePayload.EventType, type);
        }

        var after = payload.Whole(CasePayload.After) ?? 0;
        var lifecycle = payload.Text(CasePayload.Lifecycle) ?? found.State.Lifecycle;
        var happened = lifecycle != found.State.Lifecycle
            ? null
            : history
                .Where(recorded => recorded.Sequence > after && EventTypes.Of(recorded.Event).Name == type)
                .Where(recorded => payload.Text(CasePayload.About) is not { } name
                    || CaseEventNames.Of(recorded.Event) == name)
                .FirstOrDefault(recorded => IsInState(recorded, history, payload.Text(CasePayload.State)));
        return happened is not null
            ? new WorkAnswer.Done(CasePayload.Of((CasePayload.Result, ValueOf(happened, history))))
            : !found.State.IsOpen ? Ended(CaseWaits.Closed)
            : CanCome(found, type, payload) ? new WorkAnswer.NotYet(null)
            : Ended(CaseWaits.Unreachable);
    }

    private static WorkAnswer.Done Ended(string outcome) =>
        new(CasePayload.Of((CasePayload.Outcome, outcome)));

    // What triggers bring about comes no more when the trigger cannot be fired; of the rest nobody can tell.
    private static bool CanCome(CaseAtHand found, string type, IReadOnlyDictionary<string, object?> payload)
    {
        if (payload.Text(CasePayload.About) is not { } about
            || type is not (nameof(TriggerFired) or nameof(TriggerIgnored) or nameof(StateChanged)))
        {
            return true;
        }

        var trigger = found.Pack.DefinitionOf(found.State.Lifecycle).FindTrigger(about)
            ?? throw ActivityContext.Fault(WorkflowCodes.NotInPack, CasePayload.About, about);
        return found.Reach().Holds(trigger);
    }

    private static bool IsInState(RecordedEvent recorded, IReadOnlyList<RecordedEvent> history, string? state) =>
        state is null || After(recorded, history).State == state;

    private static Dictionary<string, object?> ValueOf(RecordedEvent recorded, IReadOnlyList<RecordedEvent> history)
    {
        var after = After(recorded, history);
        return CaseEventValue.Of(
            after.Id.ToString(), after.Lifecycle, after.State, after.Version,
            EventTypes.Of(recorded.Event).Name, CaseEventNames.Of(recorded.Event), recorded.Sequence,
            CaseValues.Day(recorded.EffectiveOn));
    }

    // As the message tells it that announces the events of a command: the case after all of them.
    private static CaseState After(RecordedEvent recorded, IReadOnlyList<RecordedEvent> history) => CaseFold.Of(
        history.TakeWhile(one => one.Sequence <= recorded.Sequence || one.CommandKey == recorded.CommandKey))!;
}

/// <summary>An event of a case as workflows see it, however they come by it.</summary>
internal static class CaseEventValue
{
    /// <summary>Its values by name.</summary>
    public static Dictionary<string, object?> Of(
        string caseId,
        string lifecycle,
        string state,
        long version,
        string type,
        string? name,
        long sequence,
        string effectiveOn) =>
        new(StringComparer.Ordinal)
        {
            [CasePayload.Case] = caseId,
            [CasePayload.Lifecycle] = lifecycle,
            [CasePayload.State] = state,
            [CasePayload.Version] = version,
            ["type"] = type,
            [CasePayload.About] = name,
            ["sequence"] = sequence,
            ["effectiveOn"] = effectiveOn,
        };
}
