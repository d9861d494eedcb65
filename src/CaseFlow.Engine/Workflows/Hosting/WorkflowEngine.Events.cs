using System.Runtime.ExceptionServices;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <content>Events.</content>
public sealed partial class WorkflowEngine
{
    private const int EventPage = 200;

    /// <summary>
    /// Tells an event to all that wait for it, each in a transaction of its own, and starts what it triggers. A repeat
    /// under the same key reaches only those that the first did not come to. One instance that cannot go on does not
    /// keep the others; what is thrown for one, such as by a store, is thrown when all others are told.
    /// </summary>
    public async ValueTask<EventResult> DeliverAsync(DeliverEvent message, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(message.Key) || string.IsNullOrEmpty(message.Name))
        {
            return new EventResult([], [], [WorkflowResult.Problem(WorkflowCodes.NoKey, "key")]);
        }

        if (!ValueSize.IsWithin(message.Payload))
        {
            return new EventResult([], [], TooLarge("", "payload", message.Payload).Problems);
        }

        var delivery = new Delivery();
        await ResumeWaitingAsync(message, delivery, cancellationToken);
        if (message.InstanceId is null)
        {
            await StartTriggeredAsync(
                BookmarkKinds.Event, message.Name, message, delivery, cancellationToken);
        }

        delivery.Fault?.Throw();
        return new EventResult(delivery.Resumed, delivery.Started, delivery.Problems);
    }

    // First those that wait: what the event starts must not hear of it a second time.
    private async ValueTask ResumeWaitingAsync(
        DeliverEvent message, Delivery delivery, CancellationToken cancellationToken)
    {
        BookmarkRow? last = null;
        while (true)
        {
            var page = await _store.FindBookmarksAsync(
                BookmarkKinds.Event, message.Name, message.CorrelationId, last, EventPage, cancellationToken);
            foreach (var row in page)
            {
                var isMeant = message.InstanceId is null || message.InstanceId == row.InstanceId;
                if (isMeant && last?.InstanceId != row.InstanceId)
                {
                    await delivery.TryAsync(
                        delivery.Resumed, () => TellAsync(row.InstanceId, message, cancellationToken));
                }

                last = row;
            }

            if (page.Count < EventPage)
            {
                return;
            }
        }
    }

    // All that waits for it in one instance goes on in one transaction: the key says that the instance has heard of it.
    private ValueTask<WorkflowResult> TellAsync(
        string instanceId, DeliverEvent message, CancellationToken cancellationToken) =>
        _bursts.CarryAsync(
            instanceId,
            burst =>
            {
                var resumed = false;
                foreach (var bookmark in burst.State.Bookmarks.Where(one => IsFor(message, one)))
                {
                    resumed |= burst.Resume(bookmark.Number, message.Payload);
                }

                return resumed;
            },
            WorkflowIds.OfEvent(message.Key),
            [],
            null,
            cancellationToken);

    private static bool IsFor(DeliverEvent message, Bookmark bookmark) =>
        bookmark.Kind == BookmarkKinds.Event && bookmark.Key == message.Name;

    private async ValueTask StartTriggeredAsync(
        string kind, string name, DeliverEvent message, Delivery delivery, CancellationToken cancellationToken)
    {
        foreach (var trigger in await _store.FindTriggersAsync(kind, name, cancellationToken))
        {
            await delivery.TryAsync(
                delivery.Started,
                () => StartTriggeredAsync(
                    trigger, WorkflowIds.OfEvent(message.Key), message.CorrelationId, message.Payload,
                    cancellationToken));
        }
    }

    /// <summary>Starts the instance that a trigger asks for; the same occasion starts it once.</summary>
    internal async ValueTask<WorkflowResult> StartTriggeredAsync(
        TriggerRow trigger,
        string occasion,
        string? correlationId,
        object? payload,
        CancellationToken cancellationToken)
    {
        var start = new StartWorkflow(
            $"trigger/{trigger.DefinitionId}/{trigger.ActivityId}/{occasion}", trigger.DefinitionId)
        {
            VersionId = trigger.VersionId,
            CorrelationId = correlationId,
            Trigger = new TriggerStart(trigger.ActivityId, payload),
        };
        return await BeginFoundAsync(start, occasion, cancellationToken);
    }

    /// <summary>One delivery to many: what came of it, and the first thing that was thrown.</summary>
    private sealed class Delivery
    {
        public List<string> Resumed { get; } = [];

        public List<string> Started { get; } = [];

        public List<WorkflowFinding> Problems { get; } = [];

        public ExceptionDispatchInfo? Fault { get; private set; }

        public async ValueTask TryAsync(List<string> reached, Func<ValueTask<WorkflowResult>> tell)
        {
            try
            {
                var result = await tell();
                Problems.AddRange(result.Problems);
                if (result is { Status: WorkflowCommandStatus.Accepted, Repeated: false })
                {
                    reached.Add(result.InstanceId);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Fault ??= ExceptionDispatchInfo.Capture(fault);
            }
        }
    }
}
