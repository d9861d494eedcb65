using System.Text.Json.Nodes;
using CaseFlow.Engine.Assignments;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>Opens cases.</summary>
internal sealed class OpeningWork(CaseEngine engine, AgencyTime time) : ICaseWork
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Types { get; } = ["CaseFlow.OpenCase"];

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        CaseId? parent = null;
        if (request.Payload.Text(CasePayload.Parent) is { } named)
        {
            parent = CaseId.TryParse(named, out var id)
                ? id
                : throw ActivityContext.Fault(WorkflowCodes.NoSuchCase, named);
        }

        var result = await engine.ExecuteAsync(
            new OpenCase(request.Key, WorkflowPrincipal.Itself)
            {
                Agency = request.Payload.Text(CasePayload.Agency),
                Facts = request.Json(CasePayload.Facts),
                EffectiveOn = request.Day(CasePayload.On, time),
                Parent = parent,
            },
            cancellationToken);
        return CommandAnswers.Of(result, request.Type, (CasePayload.CaseId, result.CaseId?.ToString()));
    }
}

/// <summary>Fires triggers, and assigns by firing one.</summary>
internal sealed class FiringWork(CaseEngine engine, CaseLookup cases, AgencyTime time) : ICaseWork
{
    private const string Assign = "CaseFlow.Assign";

    /// <inheritdoc/>
    public IReadOnlyList<string> Types { get; } = ["CaseFlow.FireTrigger", Assign];

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        var found = await cases.FindAsync(request.Case, cancellationToken);
        var inputs = request.Json(CasePayload.Inputs) ?? [];
        if (request.Payload.Text(CasePayload.DayInput) is { } dayInput)
        {
            inputs[dayInput] = CaseValues.Day(time.DayOf(request.At));
        }

        string? officer = null;
        if (request.Type == Assign)
        {
            officer = OfficerOf(request, found);
            if (officer is null)
            {
                return new WorkAnswer.Done(CasePayload.Of((CasePayload.Outcome, CaseActivity.Nobody)));
            }

            inputs[request.Payload.Text(CasePayload.OfficerInput)!] = officer;
        }

        return await FireAsync(request, found, inputs, officer, cancellationToken);
    }

    private async ValueTask<WorkAnswer> FireAsync(
        CaseRequest request, CaseAtHand found, JsonObject inputs, string? officer, CancellationToken cancellationToken)
    {
        var trigger = request.Payload.Text(CasePayload.Trigger)!;
        var principal = WorkflowPrincipal.Of(request.Payload.Text(CasePayload.By), found.Pack.Agencies);
        var result = await engine.ExecuteAsync(
            new FireTrigger(request.Key, principal, found.State.Id, trigger)
            {
                Inputs = inputs,
                Facts = request.Json(CasePayload.Facts),
                EffectiveOn = request.Day(CasePayload.On, time),
            },
            cancellationToken);
        return CommandAnswers.Of(result, trigger, (CasePayload.Result, officer));
    }

    private string? OfficerOf(CaseRequest request, CaseAtHand found)
    {
        if (request.Payload.Text(CasePayload.Officer) is { } named)
        {
            return named;
        }

        var who = RecipientText.Read(request.Payload.Text(CasePayload.To));
        return found.Pack.Agencies
            .Resolve(who, found.State.Agency, found.State.Holder, time.DayOf(request.At))
            .Officers.FirstOrDefault();
    }
}

/// <summary>In whose name a workflow asks.</summary>
internal static class WorkflowPrincipal
{
    /// <summary>The workflow itself: the lifecycle's guards hold for it, its roles are not asked.</summary>
    public static Principal Itself { get; } = new("workflow", [], AllRoles: true);

    /// <summary>
    /// An officer with the roles that the register gives him; where none is named, the workflow itself.
    /// </summary>
    public static Principal Of(string? officer, AgencyRegister register) => officer is null
        ? Itself
        : new Principal(officer, RolesOf(officer, register));

    /// <summary>All roles that an officer holds anywhere, each once.</summary>
    public static IReadOnlyList<string> RolesOf(string officer, AgencyRegister register) =>
    [
        .. register.Agencies
            .SelectMany(agency => agency.Roles)
            .Where(role => role.Value.Contains(officer, StringComparer.Ordinal))
            .Select(role => role.Key)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
