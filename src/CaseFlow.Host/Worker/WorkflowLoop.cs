using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Composition;

namespace CaseFlow.Host.Worker;

/// <summary>
/// Does what workflows wait for: looks again when the next bookmark or trigger is due, when a commit made something
/// due, and at the latest after the safety interval.
/// </summary>
internal sealed partial class WorkflowLoop : WakeableLoop
{
    private readonly WorkflowSweep _sweep;
    private readonly IWorkflowQueue _queue;
    private readonly TimeSpan _interval;
    private readonly ILogger _log;

    public WorkflowLoop(
        WorkflowSweep sweep,
        IWorkflowQueue queue,
        WorkflowNudge nudge,
        HostSettings settings,
        TimeProvider clock,
        ILogger<WorkflowLoop> log)
        : base(nudge, clock, log)
    {
        (_sweep, _queue, _log) = (sweep, queue, log);
        _interval = TimeSpan.FromSeconds(settings.SweepSeconds);
        sweep.Failed = Tell;
    }

    /// <inheritdoc/>
    protected override async ValueTask<TimeSpan> RunOnceAsync(CancellationToken cancellationToken)
    {
        await _sweep.RunDueAsync(cancellationToken);
        var next = await _queue.NextDueAsync(cancellationToken);
        var pause = next is { } due ? due - Clock.GetUtcNow() : _interval;

        // What became due since is turned to at once; the pause lets a trigger that fails over and over rest.
        return pause <= TimeSpan.Zero ? TimeSpan.FromSeconds(1) : pause < _interval ? pause : _interval;
    }

    private void Tell(FailedWork failed) => LogFailed(
        _log, failed.Fault, failed.InstanceId, failed.Code ?? failed.Fault?.GetType().Name ?? "");

    [LoggerMessage(
        EventId = 9191,
        Level = LogLevel.Error,
        Message = "CF9191 work of workflow {Instance} failed: {Code}; the others go on")]
    private static partial void LogFailed(ILogger log, Exception? exception, string instance, string code);
}
