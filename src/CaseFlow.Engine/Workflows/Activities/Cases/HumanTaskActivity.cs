using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities.Cases;

/// <summary>
/// `HumanTask{title, role, agency, dueOn | workingDays | deadline, calendar, outcomes, caseId}` gives `result` and
/// `completedBy`: a person does it, found in the inbox, and completes it with one of the outcomes. It is for who holds
/// the role in the agency: in that of the case, wherever the case goes, unless one is named. Working days are counted
/// by the pack's calendar from the day on which it began; with a deadline it is due when that is, as things stand then.
/// </summary>
internal sealed class HumanTaskActivity() : CaseActivity("HumanTask", CasePayload.Result, CasePayload.CompletedBy)
{
    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var payload = Payload(context);
        if (payload.ContainsKey(CasePayload.Days) || payload.ContainsKey(CasePayload.Deadline))
        {
            context.Ask(BookmarkKinds.Command, Type, payload);
        }
        else
        {
            Begin(context, payload);
        }
    }

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer)
    {
        var told = CasePayload.Read(answer);
        if (bookmark.Kind == BookmarkKinds.Command && CasePayload.Read(bookmark.Payload) is { } payload)
        {
            Begin(context, new Dictionary<string, object?>(payload, StringComparer.Ordinal)
            {
                [CasePayload.DueOn] = told?.GetValueOrDefault(CasePayload.DueOn),
            });
        }
        else
        {
            Conclude(context, bookmark, told);
        }
    }

    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context)
    {
        var dueOn = context.Text(CasePayload.DueOn);
        return CasePayload.Of(
            (CasePayload.Case, CaseOrNone(context)),
            (CasePayload.Title, Needed(context, CasePayload.Title)),
            (CasePayload.Role, Needed(context, CasePayload.Role)),
            (CasePayload.Agency, context.Text(CasePayload.Agency) is { Length: > 0 } agency ? agency : null),
            (CasePayload.Outcomes, Outcomes(context)),
            (CasePayload.DueOn, dueOn is null || WorkingDays.IsDay(dueOn)
                ? dueOn
                : throw ActivityContext.Fault(WorkflowCodes.ValueDoesNotFit, CasePayload.DueOn, "yyyy-MM-dd")),
            (CasePayload.Days, dueOn is null ? WorkingDays.Optional(context, "workingDays") : null),
            (CasePayload.Deadline, dueOn is null ? context.Text(CasePayload.Deadline) : null),
            (CasePayload.Calendar, context.Text(CasePayload.Calendar)),
            (CasePayload.At, Now(context)));
    }

    private static void Begin(ActivityContext context, Dictionary<string, object?> payload) =>
        context.Wait(BookmarkKinds.Human, payload.Text(CasePayload.Role)!, payload: payload);

    private static List<object?> Outcomes(ActivityContext context) =>
        Texts(context, CasePayload.Outcomes) is { Count: > 0 } named
            ? [.. named.Select(ValueText.Of)]
            : [ConnectionDefinition.Done];
}
