using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>How the sweep of workflows works.</summary>
public sealed record WorkflowSweepOptions
{
    /// <summary>How long a claimed bookmark is this host's; must outlast the work of a batch.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many bookmarks are claimed at a time.</summary>
    public int BatchSize { get; init; } = 20;

    /// <summary>How long work waits after its first failure; doubled with each further one.</summary>
    public TimeSpan FirstBackoff { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest that work waits after a failure.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often work is tried before it is an incident that an operator must deal with.</summary>
    public int AttemptsAtMost { get; init; } = 12;

    /// <summary>
    /// Whether who waits for an instance that incidents ended goes on, as where nobody can mend them; else it waits
    /// until they are mended and the instance ends, or is cancelled.
    /// </summary>
    public bool FaultsAreFinal { get; init; }
}

/// <summary>What is told of something that failed; the sweep goes on with the others.</summary>
/// <param name="InstanceId">The instance; of a trigger: its definition.</param>
/// <param name="Code">Why, `CF10###`; null where it threw.</param>
/// <param name="Fault">What was thrown, or null.</param>
public sealed record FailedWork(string InstanceId, string? Code, Exception? Fault);

/// <summary>
/// Turns to what is due: resumes where time has come, has the work done that activities ask for, starts what triggers
/// by time ask for. Safe to run on many hosts at once: leases keep them apart, and what two of them do nevertheless
/// takes effect once.
/// </summary>
public sealed class WorkflowSweep(
    WorkflowEngine engine,
    IWorkflowStore store,
    IWorkflowQueue queue,
    IEnumerable<IWorkHandler> handlers,
    TimeProvider clock,
    WorkflowSweepOptions options)
{
    private readonly DueWork _work = new(engine, queue, handlers, clock, options);
    private readonly DueTriggers _triggers = new(engine, store, clock, options);

    /// <summary>Told of everything that fails.</summary>
    public Action<FailedWork>? Failed { get; set; }

    /// <summary>
    /// Does everything that is due now, what comes of it included; returns how many instances went on or began.
    /// </summary>
    public async ValueTask<int> RunDueAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        while (true)
        {
            var batch = await queue.ClaimDueAsync(
                clock.GetUtcNow(), options.Lease, options.BatchSize, cancellationToken);
            foreach (var lease in batch)
            {
                cancellationToken.ThrowIfCancellationRequested();
                done += await _work.TurnToAsync(lease, Failed, cancellationToken) ? 1 : 0;
            }

            var started = await _triggers.RunAsync(Failed, cancellationToken);
            done += started;
            if (batch.Count == 0 && started == 0)
            {
                return done;
            }
        }
    }
}
