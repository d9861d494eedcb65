using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Storage;

/// <content>Due work: timers and messages.</content>
public sealed partial class InMemoryCaseStore : ITimerQueue, IOutboxQueue
{
    private readonly Dictionary<(CaseId Id, string Key), Timer> _timers = [];
    private readonly Dictionary<string, Message> _outbox = new(StringComparer.Ordinal);
    private long _fence;
    private long _messages;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TimerLease>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var due = _timers.Values
                .Where(timer => timer.Row.DueAt <= now && timer.FreeAt <= now)
                .OrderBy(timer => timer.Row.DueAt).ThenBy(timer => timer.Row.CaseId.Value)
                .ThenBy(timer => timer.Row.Key, StringComparer.Ordinal)
                .Take(limit)
                .ToList();
            IReadOnlyList<TimerLease> claimed = [.. due.Select(timer => Claim(timer, now + lease))];
            return ValueTask.FromResult(claimed);
        }
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            DateTimeOffset? next = _timers.Count == 0 ? null : _timers.Values.Min(timer => timer.NextAt);
            return ValueTask.FromResult(next);
        }
    }

    /// <inheritdoc/>
    public ValueTask PostponeAsync(TimerLease lease, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Holds(lease))
            {
                var timer = _timers[(lease.CaseId, lease.Key)];
                timer.FreeAt = until;
                timer.PostponedTo = until;
            }

            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OutboxLease>> ClaimAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var due = _outbox.Values
                .Where(message => message.DueAt <= now && message.FreeAt <= now)
                .OrderBy(message => message.DueAt).ThenBy(message => message.Place)
                .Take(limit)
                .ToList();
            IReadOnlyList<OutboxLease> claimed = [.. due.Select(message => Claim(message, now + lease))];
            return ValueTask.FromResult(claimed);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> CompleteAsync(
        OutboxLease lease, DateTimeOffset deliveredAt, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(Holds(lease) && _outbox.Remove(lease.Message.Key));
        }
    }

    /// <inheritdoc/>
    public ValueTask RetryAsync(OutboxLease lease, DateTimeOffset at, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Holds(lease))
            {
                var message = _outbox[lease.Message.Key];
                message.DueAt = at;
                message.FreeAt = at;
            }

            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> CountWaitingAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult((long)_outbox.Count);
        }
    }

    /// <summary>The agency that handles a case now; null: none, or no such case.</summary>
    internal string? AgencyOf(CaseId id)
    {
        lock (_gate)
        {
            return _cases.TryGetValue(id, out var found) ? found.Agency : null;
        }
    }

    /// <summary>Takes messages of workflows: all of them, or none and an exception.</summary>
    internal void Enqueue(IReadOnlyList<OutboxRow> messages)
    {
        if (messages.Count == 0)
        {
            return;
        }

        lock (_gate)
        {
            if (messages.Any(row => !_cases.ContainsKey(row.CaseId) || _outbox.ContainsKey(row.Key))
                || messages.DistinctBy(row => row.Key).Count() != messages.Count)
            {
                throw new InvalidOperationException("A message is of a case that there is, under a key of its own.");
            }

            Append(messages);
        }
    }

    private TimerLease Claim(Timer timer, DateTimeOffset until)
    {
        timer.Fence = ++_fence;
        timer.FreeAt = until;
        return new TimerLease(timer.Row.CaseId, timer.Row.Key, timer.Row.DueAt, timer.Fence);
    }

    private OutboxLease Claim(Message message, DateTimeOffset until)
    {
        message.Fence = ++_fence;
        message.FreeAt = until;
        return new OutboxLease(message.Row, ++message.Attempt, message.Fence);
    }

    private bool Holds(TimerLease lease) =>
        _timers.TryGetValue((lease.CaseId, lease.Key), out var timer)
        && timer.Fence == lease.Fence && timer.Row.DueAt == lease.DueAt;

    private bool Holds(OutboxLease lease) =>
        _outbox.TryGetValue(lease.Message.Key, out var message) && message.Fence == lease.Fence;

    private void ReplaceTimers(CaseId id, IReadOnlyList<TimerRow> timers)
    {
        foreach (var key in _timers.Keys.Where(key => key.Id == id).ToList())
        {
            _timers.Remove(key);
        }

        foreach (var row in timers)
        {
            _timers.Add((row.CaseId, row.Key), new Timer(row));
        }
    }

    private void Append(IReadOnlyList<OutboxRow> messages)
    {
        foreach (var row in messages)
        {
            _outbox.Add(row.Key, new Message(row, ++_messages));
        }
    }

    private sealed class Timer(TimerRow row)
    {
        public TimerRow Row { get; } = row;

        public long Fence { get; set; }

        public DateTimeOffset FreeAt { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset PostponedTo { get; set; } = DateTimeOffset.MinValue;

        public DateTimeOffset NextAt => PostponedTo > Row.DueAt ? PostponedTo : Row.DueAt;
    }

    private sealed class Message(OutboxRow row, long place)
    {
        public OutboxRow Row { get; } = row;

        public long Place { get; } = place;

        public int Attempt { get; set; }

        public long Fence { get; set; }

        public DateTimeOffset DueAt { get; set; } = row.DueAt;

        public DateTimeOffset FreeAt { get; set; } = DateTimeOffset.MinValue;
    }
}
