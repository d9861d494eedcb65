namespace CaseFlow.Host.Worker;

/// <summary>A loop whose pause ends early when something wakes it.</summary>
internal abstract class WakeableLoop(TimeProvider clock, ILogger log) : PatientLoop(clock, log)
{
    private readonly SemaphoreSlim _wake = new(0);

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        _wake.Dispose();
    }

    /// <summary>Ends the pause, or the next one where it is at work.</summary>
    protected void Wake() => _wake.Release();

    /// <inheritdoc/>
    protected override async Task PauseAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var woken = _wake.WaitAsync(over.Token);
        await Task.WhenAny(base.PauseAsync(pause, over.Token), woken);
        await over.CancelAsync();
        await woken.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
