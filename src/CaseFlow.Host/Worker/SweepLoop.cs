using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.Composition;

namespace CaseFlow.Host.Worker;

/// <summary>
/// Fires what is due: looks again when the next timer is due, and at the latest after the safety interval, so that a
/// timer which a command has set in the meantime is never later than that.
/// </summary>
internal sealed partial class SweepLoop : PatientLoop
{
    private readonly Sweep _sweep;
    private readonly ITimerQueue _timers;
    private readonly TimeSpan _interval;
    private readonly ILogger _log;

    public SweepLoop(Sweep sweep, ITimerQueue timers, HostSettings settings, TimeProvider clock, ILogger<SweepLoop> log)
        : base(clock, log)
    {
        (_sweep, _timers, _log) = (sweep, timers, log);
        _interval = TimeSpan.FromSeconds(settings.SweepSeconds);
        sweep.Poisoned += Tell;
    }

    /// <inheritdoc/>
    protected override async ValueTask<TimeSpan> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (await _sweep.RunOnceAsync(cancellationToken) > 0)
        {
            return TimeSpan.Zero;
        }

        var next = await _timers.NextDueAsync(cancellationToken);
        var pause = next is { } due ? due - Clock.GetUtcNow() : _interval;

        // A timer that is due and was not fired is leased elsewhere or postponed: the interval comes round to it.
        return pause > TimeSpan.Zero && pause < _interval ? pause : _interval;
    }

    private void Tell(PoisonedTimer poisoned) => LogPoisoned(
        _log, poisoned.Fault, poisoned.Lease.Key, poisoned.Lease.CaseId.ToString(), poisoned.Attempts,
        string.Join(' ', poisoned.Problems.Select(problem => problem.Code)));

    [LoggerMessage(
        EventId = 9159,
        Level = LogLevel.Error,
        Message = "CF9159 timer {Timer} of case {Case} failed, attempt {Attempt}; the others go on. {Codes}")]
    private static partial void LogPoisoned(
        ILogger log, Exception? exception, string timer, string @case, int attempt, string codes);
}
