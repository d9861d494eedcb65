using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Storage;

/// <summary>
/// The case store, the timer queue and the outbox in memory, with the same guarantees as the durable ones while the
/// process lives: a commit is all or nothing, and safe from any thread. For tests, samples and embedders without a
/// database.
/// </summary>
public sealed partial class InMemoryCaseStore : ICaseStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CaseId, CaseRow> _cases = [];
    private readonly Dictionary<TrackingCode, CaseId> _tracking = [];
    private readonly Dictionary<CaseId, List<EventRow>> _events = [];
    private readonly Dictionary<CaseId, SortedDictionary<int, DeadlineRow>> _deadlines = [];
    private readonly Dictionary<string, CommandReceipt> _receipts = new(StringComparer.Ordinal);
    private readonly HashSet<(CaseId Id, int Started, string Ladder, string Step, int Occurrence)> _escalations = [];
    private readonly HashSet<PetitionerReference> _petitioners = [];

    /// <inheritdoc/>
    public ValueTask<StoredCase?> FindAsync(CaseId id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(Find(id));
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredCase?> FindByTrackingAsync(TrackingCode tracking, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_tracking.TryGetValue(tracking, out var id) ? Find(id) : null);
        }
    }

    /// <inheritdoc/>
    public ValueTask<CommandReceipt?> FindReceiptAsync(string key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_receipts.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask<CommitOutcome> CommitAsync(CaseCommit commit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var refused = Refuse(commit);
            if (refused is { } outcome)
            {
                return ValueTask.FromResult(outcome);
            }

            Write(commit);
            return ValueTask.FromResult(CommitOutcome.Committed);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EventRow>> ReadEventsAsync(CaseId id, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            IReadOnlyList<EventRow> history = _events.TryGetValue(id, out var rows) ? [.. rows] : [];
            return ValueTask.FromResult(history);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CaseRow>> ListAsync(CaseQuery query, CancellationToken cancellationToken)
    {
        if (query.Limit is < 1 or > CaseQuery.LargestPage)
        {
            throw new ArgumentOutOfRangeException(nameof(query), query.Limit, "A page holds 1 to 200 cases.");
        }

        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<CaseRow>>(
            [
                .. _cases.Values
                    .Where(row => Matches(row, query))
                    .OrderByDescending(row => row.Id.Value)
                    .Take(query.Limit),
            ]);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<string, int>> CountOpenByPackAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyDictionary<string, int>>(_cases.Values
                .Where(row => row.IsOpen)
                .CountBy(row => row.PackHash)
                .ToDictionary(StringComparer.Ordinal));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<PetitionerReference>> HeldAsync(
        IReadOnlyCollection<PetitionerReference> references, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            IReadOnlySet<PetitionerReference> held = references.Where(_petitioners.Contains).ToHashSet();
            return ValueTask.FromResult(held);
        }
    }

    private StoredCase? Find(CaseId id) =>
        _cases.TryGetValue(id, out var row) ? new StoredCase(row, [.. _deadlines[id].Values]) : null;

    private CommitOutcome? Refuse(CaseCommit commit)
    {
        if (_receipts.ContainsKey(commit.Receipt.Key))
        {
            return CommitOutcome.KeyExists;
        }

        if (commit.Lease is { } lease && !Holds(lease))
        {
            return CommitOutcome.LeaseLost;
        }

        var version = _cases.TryGetValue(commit.Case.Id, out var row) ? row.Version : 0;
        return version == commit.ExpectedVersion ? null : CommitOutcome.VersionConflict;
    }

    private void Write(CaseCommit commit)
    {
        var id = commit.Case.Id;
        // Checked before anything is written, so that a fault leaves nothing half-written.
        RequireSound(commit);
        _receipts.Add(commit.Receipt.Key, commit.Receipt);
        _cases[id] = commit.Case;
        _tracking[commit.Case.Tracking] = id;
        _events.TryAdd(id, []);
        _events[id].AddRange(commit.Events);
        _deadlines.TryAdd(id, []);
        foreach (var deadline in commit.Deadlines)
        {
            _deadlines[id][deadline.StartedSequence] = deadline;
        }

        _escalations.UnionWith(commit.Escalations.Select(KeyOf));
        _petitioners.UnionWith(commit.Petitioners);
        ReplaceTimers(id, commit.Timers);
        Append(commit.Outbox);
    }

    private void RequireSound(CaseCommit commit)
    {
        var sequence = commit.ExpectedVersion;
        if (commit.Events.Any(row => row.Sequence != ++sequence) || sequence != commit.Case.Version)
        {
            throw new InvalidOperationException("The events of a commit leave a gap.");
        }

        if (commit.Escalations.Select(KeyOf).Any(_escalations.Contains))
        {
            throw new InvalidOperationException("A step of a ladder fires once.");
        }

        if (_tracking.TryGetValue(commit.Case.Tracking, out var owner) && owner != commit.Case.Id)
        {
            throw new InvalidOperationException("A citizen's code is given once.");
        }
    }

    private static (CaseId Id, int Started, string Ladder, string Step, int Occurrence) KeyOf(EscalationRow row) =>
        (row.CaseId, row.StartedSequence, row.Ladder, row.Step, row.Occurrence);

    private static bool Matches(CaseRow row, CaseQuery query) =>
        (query.State is null || row.State == query.State)
        && (query.Overdue is null || row.IsOverdue == query.Overdue)
        && (query.IsOpen is null || row.IsOpen == query.IsOpen)
        && (query.Agency is null || row.Agency == query.Agency)
        && (query.Text is not { } text || IsNamed(row, text))
        && (query.After is not { } after || row.Id.Value.CompareTo(after.Value) < 0);

    private static bool IsNamed(CaseRow row, string text) =>
        row.Tracking.Value.StartsWith(text, StringComparison.OrdinalIgnoreCase)
        || row.Id.ToString().StartsWith(text, StringComparison.OrdinalIgnoreCase);
}
