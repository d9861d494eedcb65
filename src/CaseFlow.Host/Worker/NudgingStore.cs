using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Workflows;

namespace CaseFlow.Host.Worker;

/// <summary>Nudges the loop of workflows when a commit has something for it to turn to.</summary>
internal sealed class NudgingStore(IWorkflowStore inner, WorkflowNudge nudge) : WorkflowStoreAround(inner)
{
    /// <inheritdoc/>
    public override async ValueTask<bool> PublishAsync(
        DefinitionRow definition, IReadOnlyList<TriggerRow> triggers, CancellationToken cancellationToken)
    {
        var isPublished = await base.PublishAsync(definition, triggers, cancellationToken);
        if (isPublished && triggers.Any(trigger => trigger.DueAt is not null))
        {
            nudge.Give();
        }

        return isPublished;
    }

    /// <inheritdoc/>
    public override async ValueTask<InstanceCommitOutcome> CommitAsync(
        InstanceCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await base.CommitAsync(commit, cancellationToken);
        if (outcome == InstanceCommitOutcome.Committed && commit.Waiting.Any(waiting => waiting.DueAt is not null))
        {
            nudge.Give();
        }

        return outcome;
    }
}
