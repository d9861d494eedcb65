using System.Diagnostics.CodeAnalysis;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Tests.Workflows.Hosting;

/// <summary>The host is no more: nothing in it goes on.</summary>
[SuppressMessage("Roslynator", "RCS1194", Justification = "Only the kit throws it.")]
internal sealed class HostDiedException : OperationCanceledException;

/// <summary>
/// A store as one host sees it, which dies at one of its calls: before it, so that nothing of it happened, or after it,
/// so that all of it happened and nobody heard.
/// </summary>
internal sealed class FragileStore(InMemoryWorkflowStore inner, int diesAt) : IWorkflowStore, IWorkflowQueue, ITaskInbox
{
    /// <summary>How many moments there were at which it might have died.</summary>
    public int Moments { get; private set; }

    private bool IsDead { get; set; }

    /// <summary>One more moment at which the host may die.</summary>
    public void Pass()
    {
        IsDead |= ++Moments == diesAt;
        if (IsDead)
        {
            throw new HostDiedException();
        }
    }

    public ValueTask<bool> PublishAsync(
        DefinitionRow definition, IReadOnlyList<TriggerRow> triggers, CancellationToken cancellationToken) =>
        CallAsync(() => inner.PublishAsync(definition, triggers, cancellationToken));

    public ValueTask<DefinitionRow?> FindVersionAsync(string versionId, CancellationToken cancellationToken) =>
        CallAsync(() => inner.FindVersionAsync(versionId, cancellationToken));

    public ValueTask<DefinitionRow?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken) =>
        CallAsync(() => inner.FindPublishedAsync(definitionId, cancellationToken));

    public ValueTask<IReadOnlyList<DefinitionRow>> ListVersionsAsync(
        string? definitionId, CancellationToken cancellationToken) =>
        CallAsync(() => inner.ListVersionsAsync(definitionId, cancellationToken));

    public ValueTask<IReadOnlyList<TriggerRow>> FindTriggersAsync(
        string kind, string key, CancellationToken cancellationToken) =>
        CallAsync(() => inner.FindTriggersAsync(kind, key, cancellationToken));

    public ValueTask<IReadOnlyList<TriggerRow>> DueTriggersAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken) =>
        CallAsync(() => inner.DueTriggersAsync(now, limit, cancellationToken));

    public ValueTask MoveTriggerAsync(TriggerRow seen, DateTimeOffset? dueAt, CancellationToken cancellationToken) =>
        CallAsync(() => inner.MoveTriggerAsync(seen, dueAt, cancellationToken));

    public ValueTask<string?> FindReceiptAsync(
        string instanceId, string beginning, CancellationToken cancellationToken) =>
        CallAsync(() => inner.FindReceiptAsync(instanceId, beginning, cancellationToken));

    public ValueTask<InstanceRow?> FindAsync(string instanceId, CancellationToken cancellationToken) =>
        CallAsync(() => inner.FindAsync(instanceId, cancellationToken));

    public ValueTask<IReadOnlyList<InstanceRow>> ListAsync(
        InstanceQuery query, CancellationToken cancellationToken) =>
        CallAsync(() => inner.ListAsync(query, cancellationToken));

    /// <summary>Told of every commit that took place.</summary>
    public Action<InstanceCommit>? Committed { get; init; }

    public async ValueTask<InstanceCommitOutcome> CommitAsync(
        InstanceCommit commit, CancellationToken cancellationToken)
    {
        var outcome = await CallAsync(() => inner.CommitAsync(commit, cancellationToken));
        if (outcome == InstanceCommitOutcome.Committed)
        {
            Committed?.Invoke(commit);
        }

        return outcome;
    }

    public ValueTask<IReadOnlyList<BookmarkRow>> FindBookmarksAsync(
        string kind,
        string key,
        string? correlationId,
        BookmarkRow? after,
        int limit,
        CancellationToken cancellationToken) =>
        CallAsync(() => inner.FindBookmarksAsync(kind, key, correlationId, after, limit, cancellationToken));

    public ValueTask<IReadOnlyList<BookmarkRow>> BookmarksOfAsync(
        string instanceId, CancellationToken cancellationToken) =>
        CallAsync(() => inner.BookmarksOfAsync(instanceId, cancellationToken));

    public ValueTask<IReadOnlyList<JournalRow>> ReadJournalAsync(
        string instanceId, int after, int limit, CancellationToken cancellationToken) =>
        CallAsync(() => inner.ReadJournalAsync(instanceId, after, limit, cancellationToken));

    public ValueTask<IReadOnlyList<IncidentRow>> ListIncidentsAsync(
        string? instanceId, int limit, CancellationToken cancellationToken) =>
        CallAsync(() => inner.ListIncidentsAsync(instanceId, limit, cancellationToken));

    public ValueTask<IReadOnlyList<BookmarkLease>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        CallAsync(() => inner.ClaimDueAsync(now, lease, limit, cancellationToken));

    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        CallAsync(() => inner.NextDueAsync(cancellationToken));

    public ValueTask PostponeAsync(
        BookmarkLease lease, DateTimeOffset? until, bool failed, CancellationToken cancellationToken) =>
        CallAsync(() => inner.PostponeAsync(lease, until, failed, cancellationToken));

    public ValueTask<int> WakeAsync(
        string kind, string key, DateTimeOffset now, CancellationToken cancellationToken) =>
        CallAsync(() => inner.WakeAsync(kind, key, now, cancellationToken));

    public ValueTask<TaskRow?> FindTaskAsync(string taskId, CancellationToken cancellationToken) =>
        CallAsync(() => inner.FindTaskAsync(taskId, cancellationToken));

    public ValueTask<IReadOnlyList<TaskRow>> ListTasksAsync(TaskQuery query, CancellationToken cancellationToken) =>
        CallAsync(() => inner.ListTasksAsync(query, cancellationToken));

    public ValueTask<bool> AssignTaskAsync(
        TaskRow seen, string? assignee, JournalRow told, CancellationToken cancellationToken) =>
        CallAsync(() => inner.AssignTaskAsync(seen, assignee, told, cancellationToken));

    private async ValueTask<T> CallAsync<T>(Func<ValueTask<T>> call)
    {
        Pass();
        var answer = await call();
        Pass();
        return answer;
    }

    private async ValueTask CallAsync(Func<ValueTask> call)
    {
        Pass();
        await call();
        Pass();
    }
}
