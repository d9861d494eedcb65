using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Outbox;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Cases;

/// <summary>
/// Tells workflows what happened in cases: wakes those that wait for the case, and starts instances of the definitions
/// that such an event starts, about the case. The same message starts an instance once; waking twice does no harm. What
/// happened before a definition was first published starts nothing: a backlog is no news.
/// </summary>
public sealed class CaseEventSink(WorkflowEngine engine, IWorkflowStore store, IWorkflowQueue queue, TimeProvider clock)
    : IOutboxSink
{
    private const string EventTopic = "event";

    // When a definition was first published never changes, and asking for it reads all of its versions.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _firstPublished = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="WorkflowsNotStartedException">A definition that this event starts could not be.</exception>
    public async ValueTask DeliverAsync(OutboxRow message, CancellationToken cancellationToken)
    {
        if (message.Topic != EventTopic)
        {
            return;
        }

        await queue.WakeAsync(
            BookmarkKinds.Case, message.CaseId.ToString(), clock.GetUtcNow(), cancellationToken);
        var problems = new List<string>();
        foreach (var happened in Read(message.Payload))
        {
            await StartAsync(message, happened, problems, cancellationToken);
        }

        if (problems.Count > 0)
        {
            throw new WorkflowsNotStartedException(problems);
        }
    }

    private async ValueTask StartAsync(
        OutboxRow message, AnnouncedEvent happened, List<string> problems, CancellationToken cancellationToken)
    {
        var keys = CaseEventKeys.Fitting(happened.Type, happened.Name, happened.Lifecycle, happened.State);
        foreach (var key in keys)
        {
            var triggers = await store.FindTriggersAsync(BookmarkKinds.Case, key, cancellationToken);
            foreach (var trigger in triggers)
            {
                if (happened.RecordedAt < await FirstPublishedAsync(trigger.DefinitionId, cancellationToken))
                {
                    continue;
                }

                var occasion = string.Create(
                    CultureInfo.InvariantCulture, $"case/{message.CaseId}/{happened.Sequence}");
                var result = await engine.StartTriggeredAsync(
                    trigger, occasion, message.CaseId.ToString(), happened.Value(message.CaseId), cancellationToken);
                problems.AddRange(result.Problems.Select(problem => $"{trigger.DefinitionId} {problem.Code}"));
            }
        }
    }

    private async ValueTask<DateTimeOffset> FirstPublishedAsync(
        string definitionId, CancellationToken cancellationToken)
    {
        if (!_firstPublished.TryGetValue(definitionId, out var first))
        {
            var versions = await store.ListVersionsAsync(definitionId, cancellationToken);
            first = _firstPublished.GetOrAdd(definitionId, versions.Min(version => version.PublishedAt));
        }

        return first;
    }

    private static List<AnnouncedEvent> Read(string payload)
    {
        using var document = JsonDocument.Parse(payload);
        var root = document.RootElement;
        var (lifecycle, state) = (root.GetProperty("lifecycle").GetString()!, root.GetProperty("state").GetString()!);
        var version = root.GetProperty("version").GetInt64();
        var recordedAt = root.GetProperty("recordedAt").GetDateTimeOffset();
        return
        [
            .. root.GetProperty("events").EnumerateArray().Select(one => new AnnouncedEvent(
                one.GetProperty("type").GetString()!,
                one.TryGetProperty("about", out var name) ? name.GetString() : null,
                lifecycle,
                state,
                version,
                one.GetProperty("sequence").GetInt64(),
                one.GetProperty("effectiveOn").GetString()!,
                recordedAt)),
        ];
    }

    private sealed record AnnouncedEvent(
        string Type,
        string? Name,
        string Lifecycle,
        string State,
        long Version,
        long Sequence,
        string EffectiveOn,
        DateTimeOffset RecordedAt)
    {
        public Dictionary<string, object?> Value(CaseFlow.Engine.Cases.CaseId id) => CaseEventValue.Of(
            id.ToString(), Lifecycle, State, Version, Type, Name, Sequence, EffectiveOn);
    }
}
