namespace CaseFlow.Engine.Workflows.Storage;

/// <content>Bookmarks that are due.</content>
public sealed partial class InMemoryWorkflowStore : IWorkflowQueue
{
    private readonly WaitingBookmarks _waiting = new();
    private long _fence;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BookmarkLease>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var due = _waiting.DueAt(now).Take(limit).ToList();
            return ValueTask.FromResult<IReadOnlyList<BookmarkLease>>(
                [.. due.Select(waiting => Claim(waiting, now + lease))]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var trigger = _triggers.Values.Min(row => row.DueAt);
            var bookmark = _waiting.NextAt;
            return ValueTask.FromResult(trigger < bookmark || bookmark is null ? trigger : bookmark);
        }
    }

    /// <inheritdoc/>
    public ValueTask PostponeAsync(
        BookmarkLease lease, DateTimeOffset? until, bool failed, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Held(lease) is { } waiting)
            {
                waiting.Fence = 0;
                waiting.Attempts = failed ? waiting.Attempts : 0;
                Due(waiting, until);
            }

            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public ValueTask<int> WakeAsync(string kind, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var woken = _waiting.Find(kind, key, correlation: null, after: null).ToList();
            foreach (var waiting in woken)
            {
                waiting.Fence = ++_fence;
                waiting.Attempts = 0;
                Due(waiting, waiting.Row.DueAt < now ? waiting.Row.DueAt : now);
            }

            return ValueTask.FromResult(woken.Count);
        }
    }

    private BookmarkLease Claim(WaitingBookmark waiting, DateTimeOffset until)
    {
        waiting.Fence = ++_fence;
        _waiting.Move(waiting, until);
        return new BookmarkLease(waiting.Row, ++waiting.Attempts, waiting.Fence);
    }

    private WaitingBookmark? Held(BookmarkLease lease) =>
        _instances.GetValueOrDefault(lease.Bookmark.InstanceId)?.FindBookmark(lease.Bookmark.Number)
            is { } waiting && waiting.Fence == lease.Fence
            ? waiting
            : null;

    private void Due(WaitingBookmark waiting, DateTimeOffset? dueAt)
    {
        waiting.Row = waiting.Row with { DueAt = dueAt };
        _waiting.Move(waiting, dueAt);
    }
}
