using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Workflows.Storage;

/// <summary>
/// The workflow store, its queue and the inbox in memory, with the same guarantees as the durable ones while the
/// process lives: a commit is all or nothing, and safe from any thread. For tests, samples and embedders without a
/// database.
/// </summary>
/// <param name="cases">Where messages for the outside go, into the same outbox as those of cases.</param>
public sealed partial class InMemoryWorkflowStore(InMemoryCaseStore cases) : IWorkflowStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, StoredInstance> _instances = new(StringComparer.Ordinal);
    private readonly List<StoredInstance> _inOrder = [];

    /// <inheritdoc/>
    public ValueTask<InstanceRow?> FindAsync(string instanceId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_instances.GetValueOrDefault(instanceId)?.Row);
        }
    }

    /// <inheritdoc/>
    public ValueTask<string?> FindReceiptAsync(
        string instanceId, string beginning, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_instances.GetValueOrDefault(instanceId)?.KeyWith(beginning));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<InstanceRow>> ListAsync(InstanceQuery query, CancellationToken cancellationToken)
    {
        RequirePage(query.Limit);
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<InstanceRow>>(
            [
                .. NewestFirst(query.After)
                    .Select(instance => instance.Row)
                    .Where(row => Matches(row, query))
                    .Take(query.Limit)
                    .Select(row => row with { State = default }),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BookmarkRow>> FindBookmarksAsync(
        string kind,
        string key,
        string? correlationId,
        BookmarkRow? after,
        int limit,
        CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            StoredInstance? instance = null;
            if (after is not null && !_instances.TryGetValue(after.InstanceId, out instance))
            {
                return ValueTask.FromResult<IReadOnlyList<BookmarkRow>>([]);
            }

            var place = after is null ? null : new WaitingBookmark(instance!, after);
            return ValueTask.FromResult<IReadOnlyList<BookmarkRow>>(
                [.. _waiting.Find(kind, key, correlationId, place).Take(limit).Select(waiting => waiting.Row)]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<BookmarkRow>> BookmarksOfAsync(
        string instanceId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<BookmarkRow>>(_instances.TryGetValue(instanceId, out var instance)
                ? [.. instance.Bookmarks.Select(waiting => waiting.Row)]
                : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalRow>> ReadJournalAsync(
        string instanceId, int after, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<JournalRow>>(_instances.TryGetValue(instanceId, out var instance)
                ? [.. instance.LinesAfter(after).Take(limit)]
                : []);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<IncidentRow>> ListIncidentsAsync(
        string? instanceId, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var found = instanceId is null
                ? _inOrder.SelectMany(instance => instance.Incidents).Where(row => row.ResolvedAt is null)
                : _instances.GetValueOrDefault(instanceId)?.Incidents ?? [];
            return ValueTask.FromResult<IReadOnlyList<IncidentRow>>(
            [
                .. found
                    .OrderByDescending(row => row.At)
                    .ThenByDescending(row => _instances[row.InstanceId].Place)
                    .ThenByDescending(row => row.Number)
                    .Take(limit),
            ]);
        }
    }

    private IEnumerable<StoredInstance> NewestFirst(string? after)
    {
        var newest = _inOrder.Count - 1;
        if (after is not null)
        {
            newest = _instances.TryGetValue(after, out var instance) ? instance.Place - 1 : -1;
        }

        for (var place = newest; place >= 0; place--)
        {
            yield return _inOrder[place];
        }
    }

    private static bool Matches(InstanceRow row, InstanceQuery query) =>
        (query.DefinitionId is null || row.DefinitionId == query.DefinitionId)
        && (query.Status is null || row.Status == query.Status)
        && (query.CorrelationId is null || row.CorrelationId == query.CorrelationId);

    private static void RequirePage(int limit)
    {
        if (limit is < 1 or > InstanceQuery.LargestPage)
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "A page holds 1 to 200 rows.");
        }
    }
}
