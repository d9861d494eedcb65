using CaseFlow.Engine.Events;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Rules.Binding.Lifecycles;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>Looks whether a case is in a state, or has passed through it.</summary>
internal static class StateWatch
{
    /// <summary>Whether the case is in one of the states now; null: it is not.</summary>
    public static WorkAnswer? Now(CaseAtHand found, IReadOnlyDictionary<string, object?> payload) =>
        IsOneOf(found, found.State.State, Wanted(found, payload)) ? Reached(found.State.State) : null;

    /// <summary>Whether it was in one of them since the wait began. Else whether it can still come to one.</summary>
    public static WorkAnswer Since(CaseAtHand found, CaseRequest request, IReadOnlyList<RecordedEvent> history)
    {
        var wanted = Wanted(found, request.Payload);
        var passed = history
            .Where(recorded => recorded.RecordedAt > request.At)
            .Select(recorded => recorded.Event)
            .OfType<StateChanged>()
            .FirstOrDefault(change => IsOneOf(found, change.To, wanted));
        if (passed is not null)
        {
            return Reached(passed.To);
        }

        if (found.State.IsOpen && wanted.Any(found.Reach().Holds))
        {
            return new WorkAnswer.NotYet(null);
        }

        return new WorkAnswer.Done(CasePayload.Of(
            (CasePayload.Outcome, found.State.IsOpen ? CaseWaits.Unreachable : CaseWaits.Closed),
            (CasePayload.Result, found.State.State)));
    }

    private static WorkAnswer.Done Reached(string state) => new(CasePayload.Of((CasePayload.Result, state)));

    private static HashSet<BoundState> Wanted(CaseAtHand found, IReadOnlyDictionary<string, object?> payload)
    {
        var definition = found.Pack.DefinitionOf(found.State.Lifecycle);
        return
        [
            .. payload.Texts(CasePayload.States).Select(name => definition.FindState(name)
                ?? throw ActivityContext.Fault(WorkflowCodes.NotInPack, CasePayload.State, name)),
        ];
    }

    private static bool IsOneOf(CaseAtHand found, string state, HashSet<BoundState> wanted)
    {
        var at = found.Pack.DefinitionOf(found.State.Lifecycle).FindState(state);
        while (at is not null && !wanted.Contains(at))
        {
            at = at.Superstate;
        }

        return at is not null;
    }
}
