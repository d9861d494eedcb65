using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Rules.Calendars;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>
/// Looks whether a case has come to what is waited for. It looks when the wait begins, whenever something happens in
/// the case, and at the moments that the case's own clocks name; it changes nothing.
/// </summary>
internal sealed class CaseWaitHandler(
    CaseLookup cases, ICaseStore store, EventCodec codec, TimeProvider clock, AgencyTime time) : IWorkHandler
{
    /// <inheritdoc/>
    public string Kind => BookmarkKinds.Case;

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(WorkRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(CaseRequest.Of(request), cancellationToken);
        }
        catch (WorkflowFault fault)
        {
            return new WorkAnswer.Refused(fault.Code, fault.Arguments);
        }
        catch (PastHorizonException fault)
        {
            return CalendarEnds.Answer(fault);
        }
    }

    private async ValueTask<WorkAnswer> LookAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        var found = await cases.FindAsync(request.Case, cancellationToken);
        switch (request.Payload.Text(CasePayload.Wait))
        {
            case CaseWaits.Deadline:
                var watch = new DeadlineWatch(found, time, clock.GetUtcNow());
                return request.Payload.Text(CasePayload.Step) is null
                    ? watch.Look(request.Payload)
                    : watch.LookForStep(request.Payload, await HistoryAsync(found, cancellationToken));
            case CaseWaits.State:
                return StateWatch.Now(found, request.Payload)
                    ?? StateWatch.Since(found, request, await HistoryAsync(found, cancellationToken));
            case CaseWaits.Event:
                return EventWatch.Look(found, request.Payload, await HistoryAsync(found, cancellationToken));
            default:
                throw ActivityContext.Fault(WorkflowCodes.InputMissing, CasePayload.Wait);
        }
    }

    private async ValueTask<IReadOnlyList<RecordedEvent>> HistoryAsync(
        CaseAtHand found, CancellationToken cancellationToken) =>
        [.. (await store.ReadEventsAsync(found.State.Id, cancellationToken)).Select(codec.Decode)];
}
