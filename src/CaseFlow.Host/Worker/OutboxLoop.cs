using CaseFlow.Engine.Outbox;

namespace CaseFlow.Host.Worker;

/// <summary>Delivers messages for the outside.</summary>
internal sealed partial class OutboxLoop : PatientLoop
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly OutboxDispatcher _dispatcher;
    private readonly ILogger _log;

    public OutboxLoop(OutboxDispatcher dispatcher, TimeProvider clock, ILogger<OutboxLoop> log)
        : base(clock, log)
    {
        (_dispatcher, _log) = (dispatcher, log);
        dispatcher.Failed = Tell;
    }

    /// <inheritdoc/>
    protected override async ValueTask<TimeSpan> RunOnceAsync(CancellationToken cancellationToken) =>
        await _dispatcher.RunOnceAsync(cancellationToken) > 0 ? TimeSpan.Zero : Pause;

    private void Tell(FailedDelivery failed) => LogFailed(
        _log, failed.Lease.Message.Key, failed.Lease.Message.Topic, failed.Lease.Attempt, failed.Fault.GetType().Name);

    [LoggerMessage(
        EventId = 9170,
        Level = LogLevel.Warning,
        Message = "CF9170 message {Key} ({Topic}) was not delivered, attempt {Attempt}: {Reason}; it is sent again")]
    private static partial void LogFailed(ILogger log, string key, string topic, int attempt, string reason);
}
