using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>A case as it stands, with the pack that it pins.</summary>
internal sealed record CaseAtHand(CaseState State, CasePack Pack)
{
    /// <summary>What it can still come to.</summary>
    public LifecycleReach Reach()
    {
        var definition = Pack.DefinitionOf(State.Lifecycle);
        return LifecycleReach.From(
            definition.Lifecycle,
            definition.FindState(State.State)!,
            State.ReturnTo is { } name ? definition.FindState(name) : null);
    }
}

/// <summary>Finds the cases that workflows are about.</summary>
internal sealed class CaseLookup(ICaseStore store, IPackCatalogue packs)
{
    /// <summary>The case of an id.</summary>
    /// <exception cref="WorkflowFault">There is none, or its pack is not at hand.</exception>
    public async ValueTask<CaseAtHand> FindAsync(string? id, CancellationToken cancellationToken)
    {
        if (!CaseId.TryParse(id, out var caseId)
            || await store.FindAsync(caseId, cancellationToken) is not { } stored)
        {
            throw ActivityContext.Fault(WorkflowCodes.NoSuchCase, id ?? "");
        }

        return await packs.FindAsync(stored.Case.PackHash, cancellationToken) is { } pack
            ? new CaseAtHand(CaseDocument.Read(stored.Case.Document), pack)
            : throw ActivityContext.Fault(WorkflowCodes.PackNotAtHand, stored.Case.PackHash);
    }

    /// <summary>The pack of a case; where none is named, the one that new cases pin.</summary>
    /// <exception cref="WorkflowFault">There is no such case, or its pack is not at hand.</exception>
    public async ValueTask<CasePack> PackAsync(string? id, CancellationToken cancellationToken) =>
        id is null ? await packs.CurrentAsync(cancellationToken) : (await FindAsync(id, cancellationToken)).Pack;
}
