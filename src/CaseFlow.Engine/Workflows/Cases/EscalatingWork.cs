using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Hosting;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>
/// Escalates cases by a command: what was escalated, to whom and by which activity stands in the case's history, once,
/// and the message for the outside is written with it.
/// </summary>
internal sealed class EscalatingWork(
    CaseEngine engine, CaseLookup cases, ICaseStore store, EventCodec codec, AgencyTime time) : ICaseWork
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Types { get; } = ["CaseFlow.Escalate"];

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        var found = await cases.FindAsync(request.Case, cancellationToken);
        var notice = request.Payload.Text(CasePayload.Notice)!;
        var result = await engine.ExecuteAsync(CommandOf(request, found, notice), cancellationToken);
        if (result.Problems.Any(problem => problem.Code == EngineCodes.NobodyToEscalateTo))
        {
            return new WorkAnswer.Done(CasePayload.Of((CasePayload.Outcome, CaseActivity.Nobody)));
        }

        return result.Status == CommandStatus.Accepted
            ? Told(await EventAsync(found.State.Id, request.Key, cancellationToken))
            : CommandAnswers.Of(result, notice);
    }

    private EscalateCase CommandOf(CaseRequest request, CaseAtHand found, string notice)
    {
        var cause = new EscalationCause(
            request.Payload.Text(CasePayload.Definition) ?? "",
            request.InstanceId,
            request.Payload.Text(CasePayload.Node) ?? "");
        return new EscalateCase(
            request.Key, WorkflowPrincipal.Itself, found.State.Id, notice,
            RecipientText.Read(request.Payload.Text(CasePayload.To)), cause)
        {
            Deadline = request.Payload.Text(CasePayload.Deadline),
            ReportBy = request.Payload.Whole(CasePayload.Within) is { } days
                ? WorkingDayCount.After(time.DayOf(request.At), days, found.Pack, calendarName: null)
                : null,
            Cites = request.Payload.Texts(CasePayload.Cites),
        };
    }

    // Of a repeat, too, the answer is what the first told: it is read from the history.
    private async ValueTask<CaseEscalated> EventAsync(CaseId id, string key, CancellationToken cancellationToken) =>
        (await store.ReadEventsAsync(id, cancellationToken))
            .Where(row => row.CommandKey == key)
            .Select(row => codec.Decode(row).Event)
            .OfType<CaseEscalated>()
            .First();

    private static WorkAnswer.Done Told(CaseEscalated escalated) => new(CasePayload.Of(
        (CasePayload.Result, CaseValues.Of(RecipientText.Write(escalated.To))),
        (CasePayload.LastDay, escalated.DueOn is { } day ? CaseValues.Day(day) : null)));
}
