using CaseFlow.Engine.Outbox;

namespace CaseFlow.Host.Worker;

/// <summary>Delivers messages for the outside.</summary>
internal sealed class OutboxLoop(OutboxDispatcher dispatcher, TimeProvider clock, ILogger<OutboxLoop> log)
    : PatientLoop(clock, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async ValueTask<TimeSpan> RunOnceAsync(CancellationToken cancellationToken) =>
        await dispatcher.RunOnceAsync(cancellationToken) > 0 ? TimeSpan.Zero : Pause;
}
