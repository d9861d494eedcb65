using System.Collections.Concurrent;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Escalations;

/// <summary>How the sweep works.</summary>
public sealed record SweepOptions
{
    /// <summary>
    /// How long a claimed timer is this host's; must outlast a batch. Zero is for a single process that may be killed
    /// and started again at once on the same store, such as a playback.
    /// </summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many timers are claimed at a time.</summary>
    public int BatchSize { get; init; } = 50;

    /// <summary>How long a poisoned timer waits after its first failure; doubled with each further one.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest that a poisoned timer waits.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromHours(6);
}

/// <summary>What is told of a timer that failed; the sweep goes on with the others.</summary>
/// <param name="Lease">The timer.</param>
/// <param name="Attempts">How often it has failed on this host in a row.</param>
/// <param name="Problems">Why, where the engine refused it; empty where it threw.</param>
/// <param name="Fault">What was thrown, or null.</param>
public sealed record PoisonedTimer(
    TimerLease Lease, int Attempts, IReadOnlyList<Problem> Problems, Exception? Fault);

/// <summary>
/// Claims timers that have come due and sends each as a command through the engine, in order of due time. Safe to run
/// on many hosts at once: leases and keys let each timer take effect once.
/// </summary>
public sealed class Sweep(CaseEngine engine, ITimerQueue timers, TimeProvider clock, SweepOptions options)
{
    private readonly ConcurrentDictionary<(string Case, string Key), int> _failures = new();

    /// <summary>Told of every timer that fails.</summary>
    public Action<PoisonedTimer>? Poisoned { get; set; }

    /// <summary>Timers that fail and wait on this host, for health checks.</summary>
    public int PoisonedCount => _failures.Count;

    /// <summary>Fires everything that is due now; returns how many timers took effect or turned out void.</summary>
    public async ValueTask<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var fired = 0;
        while (true)
        {
            var batch = await timers.ClaimDueAsync(
                clock.GetUtcNow(), options.Lease, options.BatchSize, cancellationToken);
            foreach (var lease in batch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                fired += await FireAsync(lease, cancellationToken) ? 1 : 0;
            }

            if (batch.Count == 0)
            {
                return fired;
            }
        }
    }

    private async ValueTask<bool> FireAsync(TimerLease lease, CancellationToken cancellationToken)
    {
        try
        {
            var command = new FireTimer(KeyOf(lease), lease.CaseId, lease.Key, lease.DueAt);
            var result = await engine.ExecuteAsync(command, lease, cancellationToken);
            if (result.Status is CommandStatus.Accepted && !result.Repeated)
            {
                _failures.TryRemove(FailureKey(lease), out _);
                return true;
            }

            if (IsElsewhere(result))
            {
                return false;
            }

            await PostponeAsync(lease, result.Problems, null, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            await PostponeAsync(lease, [], fault, cancellationToken);
        }

        return false;
    }

    // A repeated command left its timer in place, as does a failure: both are put off, so that the others go on.
    private async ValueTask PostponeAsync(
        TimerLease lease, IReadOnlyList<Problem> problems, Exception? fault, CancellationToken cancellationToken)
    {
        var attempts = _failures.AddOrUpdate(FailureKey(lease), 1, (_, before) => before + 1);
        Telemetry.CountPoisonedTimer();
        Poisoned?.Invoke(new PoisonedTimer(lease, attempts, problems, fault));
        await timers.PostponeAsync(lease, clock.GetUtcNow() + BackoffOf(attempts), cancellationToken);
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

    private static bool IsElsewhere(CommandResult result) =>
        result.Status == CommandStatus.LostRace
        && result.Problems.Any(problem => problem.Code == EngineCodes.LeaseLost);

    private static (string Case, string Key) FailureKey(TimerLease lease) => (lease.CaseId.ToString(), lease.Key);

    private static string KeyOf(TimerLease lease) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"timer/{lease.CaseId}/{lease.Key}/{lease.DueAt.UtcTicks}");
}
