using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Host.Workflows;

/// <summary>
/// Tells every line that instances print, as soon as it is committed: those of sub-workflows in their place. Nothing is
/// started by time: what is run is one file, and its neighbours are there to be called.
/// </summary>
internal sealed class PrintingStore(IWorkflowStore inner, Action<string> print) : WorkflowStoreAround(inner)
{
    /// <inheritdoc/>
    public override ValueTask<bool> PublishAsync(
        DefinitionRow definition, IReadOnlyList<TriggerRow> triggers, CancellationToken cancellationToken) =>
        base.PublishAsync(
            definition, [.. triggers.Where(trigger => trigger.DueAt is null)], cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask<InstanceCommitOutcome> CommitAsync(
        InstanceCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(commit, cancellationToken);
        if (outcome == InstanceCommitOutcome.Committed)
        {
            foreach (var line in commit.Journal.Where(line => line.What == JournalEvent.Printed))
            {
                print(line.Detail ?? "");
            }
        }

        return outcome;
    }
}
