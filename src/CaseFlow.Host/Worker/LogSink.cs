using CaseFlow.Engine.Outbox;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Host.Worker;

/// <summary>
/// Where no receiver is configured, a message is a line of the log: its key, case and topic, not what it says.
/// </summary>
internal sealed partial class LogSink(ILogger<LogSink> log) : IOutboxSink
{
    /// <inheritdoc/>
    public ValueTask DeliverAsync(OutboxRow message, CancellationToken cancellationToken)
    {
        LogMessage(log, message.Key, message.CaseId.ToString(), message.Topic);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(EventId = 9200, Level = LogLevel.Information, Message = "Message {Key} of case {Case}: {Topic}")]
    private static partial void LogMessage(ILogger log, string key, string @case, string topic);
}
