using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Activities.Cases;

/// <summary>
/// `SendNotice{caseId, notice, to, cites} → result`: a message for the outside that names a notice of the pack and to
/// whom it goes: `holder`, `superior`, `petitioner`, `role NAME`, `role NAME level LEVEL`, `agency ID`. The words of
/// the notice and the petitioner's identity are the sink's to find. `Nobody`: the register knows none.
/// </summary>
internal sealed class SendNoticeActivity() : CaseActivity("SendNotice", CasePayload.Result)
{
    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context) => CasePayload.Of(
        (CasePayload.Case, CaseOf(context)),
        (CasePayload.Notice, NoticeNames.Of(context)),
        (CasePayload.To, Needed(context, CasePayload.To)),
        (CasePayload.Cites, Texts(context, CasePayload.Cites)),
        (CasePayload.At, Now(context)));
}

/// <summary>
/// `Escalate{caseId, to, notice, deadline, within, cites} → result, lastDay, problems`: reports a case upward, or, with
/// `within` working days, demands a report. It stands in the case's history as `CaseEscalated`, and says whom the
/// register found; the ladders of the pack stay what they are. `Nobody`: nobody is there to escalate to. `Refused`: the
/// case is closed.
/// </summary>
internal sealed class EscalateActivity() : CaseActivity(
    "Escalate", CasePayload.Result, CasePayload.LastDay, CasePayload.Problems)
{
    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context) => CasePayload.Of(
        (CasePayload.Case, CaseOf(context)),
        (CasePayload.Notice, NoticeNames.Of(context)),
        (CasePayload.To, Needed(context, CasePayload.To)),
        (CasePayload.Deadline, context.Text(CasePayload.Deadline)),
        (CasePayload.Within, WorkingDays.Optional(context, CasePayload.Within)),
        (CasePayload.Cites, Texts(context, CasePayload.Cites)),
        (CasePayload.Definition, context.Burst.Program.Definition.DefinitionId),
        (CasePayload.Node, context.Node.NodeId),
        (CasePayload.At, Now(context)));
}

/// <summary>What a message is called: a name, never words about somebody.</summary>
internal static class NoticeNames
{
    private const int LongestName = 64;

    /// <summary>The name that the activity gives.</summary>
    public static string Of(ActivityContext context)
    {
        var name = CaseActivity.Needed(context, CasePayload.Notice);
        return name.Length <= LongestName && name.All(IsOfAName)
            ? name
            : throw ActivityContext.Fault(WorkflowCodes.NoticeIsNoName, CasePayload.Notice);
    }

    private static bool IsOfAName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-';
}
