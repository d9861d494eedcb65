using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Worker;

/// <summary>
/// Work that comes round for as long as the host runs; a failure is logged and tried again after a growing pause.
/// </summary>
internal abstract partial class PatientLoop(TimeProvider clock, ILogger log) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>The clock of the host.</summary>
    protected TimeProvider Clock { get; } = clock;

    /// <summary>Does what is there to do and gives the pause until the next look.</summary>
    protected abstract ValueTask<TimeSpan> RunOnceAsync(CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var afterFailure = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            TimeSpan pause;
            try
            {
                pause = await RunOnceAsync(stoppingToken);
                afterFailure = FirstPause;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
// A loop that dies would stop every deadline: whatever happened is logged, and tried again.
#pragma warning disable CA1031
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogFailure(log, exception, Incident.NewId(Clock.GetUtcNow()), GetType().Name);
                pause = afterFailure;
                afterFailure = afterFailure * 2 < LongestPause ? afterFailure * 2 : LongestPause;
            }

            await PauseAsync(pause, stoppingToken);
        }
    }

    /// <summary>Waits until the next look.</summary>
    protected virtual async Task PauseAsync(TimeSpan pause, CancellationToken stoppingToken)
    {
        if (pause > TimeSpan.Zero)
        {
            await Task.Delay(pause, Clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(
        EventId = 9158,
        Level = LogLevel.Error,
        Message = "CF9158 {Loop} failed and tries again; incident {Incident}"
    )]
    private static partial void LogFailure(ILogger log, Exception exception, string incident, string loop);
}
