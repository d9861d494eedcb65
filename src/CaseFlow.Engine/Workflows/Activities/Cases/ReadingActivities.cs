using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Activities.Cases;

/// <summary>
/// `ReadCase{caseId} → result, state, facts, agency, holder, version`: the case as it stands. Completes with `Done`
/// and with the name of the state, so that a flowchart may branch by it.
/// </summary>
internal sealed class ReadCaseActivity() : CaseActivity(
    "ReadCase", CasePayload.Result, CasePayload.State, CasePayload.Facts, CasePayload.Agency, "holder",
    CasePayload.Version)
{
    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context) =>
        CasePayload.Of((CasePayload.Case, CaseOf(context)));
}

/// <summary>
/// `EvaluateDecision{caseId, decision, on} → result, status, cites, missing`: asks a decision of the pack that the case
/// pins on the case's facts. One output is the result itself, several are values by name. Completes with `Done` and
/// with the status: `Decided`, `Undecided`, `Gap`, `Conflict`, `NotApplicable`.
/// </summary>
internal sealed class EvaluateDecisionActivity() : CaseActivity(
    "EvaluateDecision", CasePayload.Result, CasePayload.Status, CasePayload.Cites, CasePayload.Missing)
{
    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context) => CasePayload.Of(
        (CasePayload.Case, CaseOf(context)),
        (CasePayload.Decision, Needed(context, CasePayload.Decision)),
        (CasePayload.On, context.Text(CasePayload.On)),
        (CasePayload.At, Now(context)));
}

/// <summary>
/// `FlowFact{caseId, fact} → result`: branches by a fact of the case, by its path (`petition.instance`). Completes with
/// the value where a connection leaves under it (`second`, `true`), so too with `Unknown` where the fact is not known
/// and `Missing` where it is known to be missing; else with `Default`.
/// </summary>
internal sealed class FlowFactActivity() : CaseActivity("FlowFact", CasePayload.Result)
{
    private const string Otherwise = "Default";

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer)
    {
        var told = CasePayload.Read(answer);
        var outcome = told?.Text(CasePayload.Outcome) ?? Otherwise;
        var isDrawn = context.Node.Parent?.Flow?.Outbound(context.Node.Place).Any(edge => edge.Port == outcome) == true;
        context.Set(CasePayload.Result, told?.GetValueOrDefault(CasePayload.Result));
        context.Complete(isDrawn ? outcome : Otherwise);
    }

    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context) => CasePayload.Of(
        (CasePayload.Case, CaseOf(context)),
        (CasePayload.Fact, Needed(context, CasePayload.Fact)));
}
