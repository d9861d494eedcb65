using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Host.Workflows;

/// <summary>A store that passes all on to another; what stands around it sees what is committed.</summary>
internal abstract class WorkflowStoreAround(IWorkflowStore inner) : IWorkflowStore
{
    /// <inheritdoc/>
    public virtual ValueTask<bool> PublishAsync(
        DefinitionRow definition, IReadOnlyList<TriggerRow> triggers, CancellationToken cancellationToken) =>
        inner.PublishAsync(definition, triggers, cancellationToken);

    /// <inheritdoc/>
    public virtual ValueTask<InstanceCommitOutcome> CommitAsync(
        InstanceCommit commit, CancellationToken cancellationToken) => inner.CommitAsync(commit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DefinitionRow?> FindVersionAsync(string versionId, CancellationToken cancellationToken) =>
        inner.FindVersionAsync(versionId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DefinitionRow?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken) =>
        inner.FindPublishedAsync(definitionId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DefinitionRow>> ListVersionsAsync(
        string? definitionId, CancellationToken cancellationToken) =>
        inner.ListVersionsAsync(definitionId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TriggerRow>> FindTriggersAsync(
        string kind, string key, CancellationToken cancellationToken) =>
        inner.FindTriggersAsync(kind, key, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TriggerRow>> DueTriggersAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        inner.DueTriggersAsync(now, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask MoveTriggerAsync(TriggerRow seen, DateTimeOffset? dueAt, CancellationToken cancellationToken) =>
        inner.MoveTriggerAsync(seen, dueAt, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<InstanceRow?> FindAsync(string instanceId, CancellationToken cancellationToken) =>
        inner.FindAsync(instanceId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<string?> FindReceiptAsync(
        string instanceId, string beginning, CancellationToken cancellationToken) =>
        inner.FindReceiptAsync(instanceId, beginning, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InstanceRow>> ListAsync(
        InstanceQuery query, CancellationToken cancellationToken) => inner.ListAsync(query, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BookmarkRow>> FindBookmarksAsync(
        string kind,
        string key,
        string? correlationId,
        BookmarkRow? after,
        int limit,
        CancellationToken cancellationToken) =>
        inner.FindBookmarksAsync(kind, key, correlationId, after, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BookmarkRow>> BookmarksOfAsync(
        string instanceId, CancellationToken cancellationToken) =>
        inner.BookmarksOfAsync(instanceId, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalRow>> ReadJournalAsync(
        string instanceId, int after, int limit, CancellationToken cancellationToken) =>
        inner.ReadJournalAsync(instanceId, after, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IncidentRow>> ListIncidentsAsync(
        string? instanceId, int limit, CancellationToken cancellationToken) =>
        inner.ListIncidentsAsync(instanceId, limit, cancellationToken);
}
