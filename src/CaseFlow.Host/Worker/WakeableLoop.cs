namespace CaseFlow.Host.Worker;

/// <summary>A loop whose pause ends early when it is nudged.</summary>
internal abstract class WakeableLoop(Nudge nudge, TimeProvider clock, ILogger log) : PatientLoop(clock, log)
{
    /// <summary>Ends the pause, or the next one where it is at work.</summary>
    protected void Wake() => nudge.Give();

    /// <inheritdoc/>
    protected override async Task PauseAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var nudged = nudge.TakeAsync(over.Token);
        await Task.WhenAny(base.PauseAsync(pause, over.Token), nudged);
        await over.CancelAsync();
        await nudged.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
