using CaseFlow.Engine.Events;
using CaseFlow.Engine.Workflows.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities.Cases;

/// <summary>What a waiting activity waits for in a case.</summary>
internal static class CaseWaits
{
    public const string State = "state";
    public const string Deadline = "deadline";
    public const string Event = "event";

    /// <summary>What the case can come to no more: it is closed.</summary>
    public const string Closed = "Closed";

    /// <summary>What the case can come to no more: no way of its lifecycle leads there.</summary>
    public const string Unreachable = "Unreachable";

    /// <summary>The step of a ladder does not come as things stand.</summary>
    public const string Stopped = "Stopped";

    /// <summary>
    /// Waits: the host looks at the case now, whenever it is woken, and at the moments it names itself.
    /// </summary>
    public static void Begin(ActivityContext context, Dictionary<string, object?> payload) =>
        context.Ask(BookmarkKinds.Case, payload.Text(CasePayload.Case)!, payload);
}

/// <summary>
/// `WaitForState{caseId, state} → result`: until the case is in one of the states, or in a substate of one, or has
/// passed through it since. `Closed`: it was closed in another. `Unreachable`: no way of the lifecycle leads there any
/// more; where that is not drawn, it is an incident.
/// </summary>
internal sealed class WaitForStateActivity() : CaseActivity("WaitForState", CasePayload.Result)
{
    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => CaseWaits.Begin(context, Payload(context));

    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context) => CasePayload.Of(
        (CasePayload.Wait, CaseWaits.State),
        (CasePayload.Case, CaseOf(context)),
        (CasePayload.States, Texts(context, CasePayload.State) is { Count: > 0 } states
            ? states
            : throw ActivityContext.Fault(WorkflowCodes.InputMissing, CasePayload.State)),
        (CasePayload.At, Now(context)));
}

/// <summary>
/// `WaitForDeadline{caseId, deadline, percent | step, ladder | pastBreach} → lastDay, inTime`: by the case's own clock.
/// `Met`, `Voided`, `Ended` (a waiting period that is over), `Breached`; with a share of the term in per cent, or with
/// a step of a ladder, `Reached` when that comes first, `Skipped` for a step that came and did nothing, and `Stopped`
/// for one that does not come as things stand (`stops when`). A deadline that has not begun is waited for; `Closed`:
/// the case was closed without it; `Unreachable`: nothing starts it any more. A clock that stands still is waited for,
/// too, and with `pastBreach` the end of one that is breached. `Stopped` and `Unreachable` not drawn are an incident.
/// </summary>
internal sealed class WaitForDeadlineActivity() : CaseActivity(
    "WaitForDeadline", CasePayload.LastDay, CasePayload.InTime)
{
    /// <inheritdoc/>
    public override void Execute(ActivityContext context) => CaseWaits.Begin(context, Payload(context));

    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context) => CasePayload.Of(
        (CasePayload.Wait, CaseWaits.Deadline),
        (CasePayload.Case, CaseOf(context)),
        (CasePayload.Deadline, Needed(context, CasePayload.Deadline)),
        (CasePayload.Percent, Percent(context)),
        (CasePayload.PastBreach, context.Flag(CasePayload.PastBreach) ? true : null),
        (CasePayload.Ladder, context.Text(CasePayload.Ladder)),
        (CasePayload.Step, context.Text(CasePayload.Step)));

    private static object? Percent(ActivityContext context)
    {
        var percent = context.Get(CasePayload.Percent, WorkflowType.Whole) as long?;
        return percent is null or (> 0 and <= 100)
            ? percent
            : throw ActivityContext.Fault(
                WorkflowCodes.ValueDoesNotFit, CasePayload.Percent, "1..100");
    }
}

/// <summary>
/// `WaitForEvent{caseId, eventType, about, state, lifecycle, after} → result`: until an event of a type happens in the
/// case, about a trigger, deadline or decision of a name where one is given, with the case in a state after it.
/// Counted from when it began to wait, or from after a version of the case. `Closed`: the case was closed without it;
/// `Unreachable`: the trigger that it is about cannot be fired any more; not drawn, that is an incident.
/// </summary>
internal class WaitForEventActivity(string name) : CaseActivity(name, CasePayload.Result)
{
    public WaitForEventActivity()
        : this("WaitForEvent")
    {
    }

    // First the version is asked for: what happened before is not waited for.
    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var payload = Payload(context);
        if (payload.ContainsKey(CasePayload.After))
        {
            CaseWaits.Begin(context, payload);
        }
        else
        {
            context.Ask(BookmarkKinds.Command, Type, payload);
        }
    }

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer)
    {
        var told = CasePayload.Read(answer);
        if (bookmark.Kind == BookmarkKinds.Command && CasePayload.Read(bookmark.Payload) is { } payload)
        {
            CaseWaits.Begin(context, new Dictionary<string, object?>(payload, StringComparer.Ordinal)
            {
                [CasePayload.After] = told?.Whole(CasePayload.Version) ?? 0,
            });
        }
        else
        {
            Conclude(context, bookmark, told);
        }
    }

    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context) => CasePayload.Of(
        (CasePayload.Wait, CaseWaits.Event),
        (CasePayload.Case, CaseOf(context)),
        (CasePayload.EventType, Needed(context, CasePayload.EventType)),
        (CasePayload.About, context.Text(CasePayload.About)),
        (CasePayload.Lifecycle, context.Text(CasePayload.Lifecycle)),
        (CasePayload.State, context.Text(CasePayload.State)),
        (CasePayload.After, context.Get(CasePayload.After, WorkflowType.Whole)));
}

/// <summary>
/// `CaseEvent{eventType, about, lifecycle, state} → result`: starts an instance whenever such an event happens in a
/// case, and makes it one about that case; met on the way, it waits for one.
/// </summary>
internal sealed class CaseEventActivity() : WaitForEventActivity("CaseEvent")
{
    /// <inheritdoc/>
    public override TriggerStimulus? Trigger(ActivityContext context)
    {
        var type = Needed(context, CasePayload.EventType);
        return EventTypes.Named(type) is null
            ? throw ActivityContext.Fault(WorkflowCodes.NotInPack, CasePayload.EventType, type)
            : new TriggerStimulus(
                BookmarkKinds.Case,
                CaseEventKeys.Of(
                    type,
                    context.Text(CasePayload.About),
                    context.Text(CasePayload.Lifecycle),
                    context.Text(CasePayload.State)),
                null);
    }

    /// <inheritdoc/>
    public override void Triggered(ActivityContext context, object? payload) => Waits.Answered(context, payload);
}
