using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Activities.Cases;

/// <summary>
/// `OpenCase{facts, agency, parent, on} → caseId, problems`: a case without petitioners, for who petitions never passes
/// through a workflow. An instance that is about nothing yet is about the new case from then on.
/// </summary>
internal sealed class OpenCaseActivity() : CaseActivity("OpenCase", CasePayload.CaseId, CasePayload.Problems)
{
    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer)
    {
        if (CasePayload.Read(answer) is { } told && told.Text(CasePayload.CaseId) is { } id)
        {
            context.Burst.State.CorrelationId ??= id;
        }

        base.Resume(context, bookmark, answer);
    }

    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context) => CasePayload.Of(
        (CasePayload.Facts, Map(context, CasePayload.Facts)),
        (CasePayload.Agency, context.Text(CasePayload.Agency)),
        (CasePayload.Parent, context.Text(CasePayload.Parent)),
        (CasePayload.On, context.Text(CasePayload.On)));
}

/// <summary>
/// `FireTrigger{caseId, trigger, inputs, facts, on, dayInput, by} → problems, version`: `Done`, or `Refused` by the
/// lifecycle. `dayInput` names an input of the trigger that is to be today; `by` is the officer in whose name it is
/// fired, with the roles that the register gives him.
/// </summary>
internal sealed class FireTriggerActivity() : CaseActivity("FireTrigger", CasePayload.Problems, CasePayload.Version)
{
    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context) => CasePayload.Of(
        (CasePayload.Case, CaseOf(context)),
        (CasePayload.Trigger, Needed(context, CasePayload.Trigger)),
        (CasePayload.Inputs, Map(context, CasePayload.Inputs)),
        (CasePayload.Facts, Map(context, CasePayload.Facts)),
        (CasePayload.On, context.Text(CasePayload.On)),
        (CasePayload.DayInput, context.Text(CasePayload.DayInput)),
        (CasePayload.By, context.Text(CasePayload.By)),
        (CasePayload.At, Now(context)));
}

/// <summary>
/// `Assign{caseId, officer | to, trigger, officerInput, by} → result, problems`: gives the case to an officer, by name
/// of id or as the register finds him (`role verifier level province`). Who holds a case is the lifecycle's to say, so
/// it fires the trigger that assigns: `assign` with the input `officer`, unless others are named.
/// </summary>
internal sealed class AssignActivity() : CaseActivity("Assign", CasePayload.Result, CasePayload.Problems)
{
    private const string Assigning = "assign";

    /// <inheritdoc/>
    protected override Dictionary<string, object?> Payload(ActivityContext context)
    {
        var officer = context.Text(CasePayload.Officer);
        return CasePayload.Of(
            (CasePayload.Case, CaseOf(context)),
            (CasePayload.Trigger, context.Text(CasePayload.Trigger) ?? Assigning),
            (CasePayload.OfficerInput, context.Text(CasePayload.OfficerInput) ?? CasePayload.Officer),
            (CasePayload.Officer, officer),
            (CasePayload.To, officer is null ? Needed(context, CasePayload.To) : null),
            (CasePayload.By, context.Text(CasePayload.By)),
            (CasePayload.At, Now(context)));
    }
}
