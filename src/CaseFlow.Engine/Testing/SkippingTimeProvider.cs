namespace CaseFlow.Engine.Testing;

/// <summary>
/// A clock that stands still until it is told to jump: for tests, demonstrations and imports. It never goes back.
/// Timers made from it fire when a jump passes their due time. Safe to share between threads.
/// </summary>
public sealed class SkippingTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<SkippingTimer> _timers = [];
    private DateTimeOffset _now;

    /// <summary>A clock that shows that instant.</summary>
    public SkippingTimeProvider(DateTimeOffset start) => _now = start.ToUniversalTime();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Jumps to an instant; one that lies back, or is now, changes nothing.</summary>
    public void JumpTo(DateTimeOffset instant)
    {
        var target = instant.ToUniversalTime();
        while (NextDue(target) is { } timer)
        {
            timer.Fire();
        }

        lock (_gate)
        {
            _now = target > _now ? target : _now;
        }
    }

    /// <summary>Jumps ahead.</summary>
    public void Advance(TimeSpan by) => JumpTo(GetUtcNow() + by);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SkippingTimer(this, callback, state);
        timer.Change(dueTime, period);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    // The clock shows a timer's own due time while it fires.
    private SkippingTimer? NextDue(DateTimeOffset target)
    {
        lock (_gate)
        {
            var next = _timers.Where(timer => timer.DueAt <= target).MinBy(timer => timer.DueAt);
            if (next is not null)
            {
                _now = next.DueAt > _now ? next.DueAt.Value : _now;
                next.Rearm();
            }

            return next;
        }
    }

    private void Remove(SkippingTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class SkippingTimer(SkippingTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? DueAt { get; private set; }

        public void Fire() => callback(state);

        public void Rearm() =>
            DueAt = _period > TimeSpan.Zero ? DueAt + _period : null;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            DueAt = dueTime < TimeSpan.Zero ? null : clock.GetUtcNow() + dueTime;
            return true;
        }

        public void Dispose() => clock.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
