using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.Composition;

namespace CaseFlow.Host.Worker;

/// <summary>
/// Fires what is due: looks again when the next timer is due, and at the latest after the safety interval, so that a
/// timer which
/// a command has set in the meantime is never later than that.
/// </summary>
internal sealed class SweepLoop(
    Sweep sweep, ITimerQueue timers, HostSettings settings, TimeProvider clock, ILogger<SweepLoop> log)
    : PatientLoop(clock, log)
{
    private readonly TimeSpan _interval = TimeSpan.FromSeconds(settings.SweepSeconds);

    /// <inheritdoc/>
    protected override async ValueTask<TimeSpan> RunOnceAsync(CancellationToken cancellationToken)
    {
        if (await sweep.RunOnceAsync(cancellationToken) > 0)
        {
            return TimeSpan.Zero;
        }

        var next = await timers.NextDueAsync(cancellationToken);
        var pause = next is { } due ? due - Clock.GetUtcNow() : _interval;

        // A timer that is due and was not fired is leased elsewhere or postponed: the interval comes round to it.
        return pause > TimeSpan.Zero && pause < _interval ? pause : _interval;
    }
}
