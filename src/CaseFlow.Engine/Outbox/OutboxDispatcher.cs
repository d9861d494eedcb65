using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Outbox;

/// <summary>Where messages go: workflows, webhooks, notifications.</summary>
public interface IOutboxSink
{
    /// <summary>
    /// Delivers a message. It may come again under the same key: a sink that honours the key sees it once. Throws where
    /// it could not be delivered; it is then tried again later.
    /// </summary>
    ValueTask DeliverAsync(OutboxRow message, CancellationToken cancellationToken);
}

/// <summary>How the dispatcher works.</summary>
public sealed record OutboxOptions
{
    /// <summary>How long a claimed message is this host's; must outlast its delivery.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many messages are claimed at a time.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>How long a message waits after its first failure; doubled with each further one.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that a message waits. It is never given up.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromHours(1);
}

/// <summary>A message that could not be delivered this time.</summary>
public sealed record FailedDelivery(OutboxLease Lease, Exception Fault);

/// <summary>Delivers waiting messages to the sinks, at least once each, in order of waiting.</summary>
public sealed class OutboxDispatcher(
    IOutboxQueue queue, IEnumerable<IOutboxSink> sinks, TimeProvider clock, OutboxOptions options)
{
    private readonly IReadOnlyList<IOutboxSink> _sinks = [.. sinks];

    /// <summary>Told of every delivery that fails.</summary>
    public Action<FailedDelivery>? Failed { get; set; }

    /// <summary>Delivers everything that is due now; returns how many messages were delivered.</summary>
    public async ValueTask<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var delivered = 0;
        while (true)
        {
            var batch = await queue.ClaimAsync(
                clock.GetUtcNow(), options.Lease, options.BatchSize, cancellationToken);
            foreach (var lease in batch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                delivered += await DeliverAsync(lease, cancellationToken) ? 1 : 0;
            }

            if (batch.Count == 0)
            {
                return delivered;
            }
        }
    }

    private async ValueTask<bool> DeliverAsync(OutboxLease lease, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var sink in _sinks)
            {
                await sink.DeliverAsync(lease.Message, cancellationToken);
            }

            return await queue.CompleteAsync(lease, clock.GetUtcNow(), cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Telemetry.CountFailedDelivery();
            Failed?.Invoke(new FailedDelivery(lease, fault));
            await queue.RetryAsync(lease, clock.GetUtcNow() + BackoffOf(lease.Attempt), cancellationToken);
            return false;
        }
    }

    private TimeSpan BackoffOf(int attempts)
    {
        var wait = options.FirstBackoff;
        for (var attempt = 1; attempt < attempts && wait < options.LongestBackoff; attempt++)
        {
            wait *= 2;
        }

        return wait < options.LongestBackoff ? wait : options.LongestBackoff;
    }
}
