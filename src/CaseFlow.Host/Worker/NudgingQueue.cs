using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Host.Worker;

/// <summary>Nudges the loop of workflows when something was woken.</summary>
internal sealed class NudgingQueue(IWorkflowQueue inner, WorkflowNudge nudge) : IWorkflowQueue
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BookmarkLease>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken) =>
        inner.ClaimDueAsync(now, lease, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) =>
        inner.NextDueAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask PostponeAsync(
        BookmarkLease lease, DateTimeOffset? until, bool failed, CancellationToken cancellationToken) =>
        inner.PostponeAsync(lease, until, failed, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<int> WakeAsync(
        string kind, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var woken = await inner.WakeAsync(kind, key, now, cancellationToken);
        if (woken > 0)
        {
            nudge.Give();
        }

        return woken;
    }
}
