using CaseFlow.Engine.Testing;

namespace CaseFlow.Host.Demo;

/// <summary>
/// After the playback the demo's clock goes on at the pace of the real one, so that serving is as it always is.
/// </summary>
internal sealed class ClockWalk : IDisposable
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly ITimer _timer;

    /// <summary>Lets <paramref name="clock"/> walk with <paramref name="real"/>.</summary>
    public ClockWalk(SkippingTimeProvider clock, TimeProvider real)
    {
        var (start, began) = (clock.GetUtcNow(), real.GetTimestamp());
        _timer = real.CreateTimer(_ => clock.JumpTo(start + real.GetElapsedTime(began)), state: null, Step, Step);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();
}
