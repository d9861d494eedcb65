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
