using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Events;

/// <summary>
/// Reads an older form of an event as the next one. Kept beside the event for as long as histories are.
/// </summary>
public interface IEventUpcaster
{
    /// <summary>The event's name.</summary>
    string Type { get; }

    /// <summary>The form it reads; it gives the form after it.</summary>
    int FromVersion { get; }

    /// <summary>The data in the next form; may change and return what it is given.</summary>
    JsonObject Upcast(JsonObject data);
}

/// <summary>
/// A stored event that this program cannot read: an unknown name, or a form newer or older than it knows.
/// </summary>
public sealed class UnreadableHistoryException(string type, int schemaVersion)
    : Exception("A stored event has a form that this program does not know.")
{
    /// <summary>The event's name.</summary>
    public string Type { get; } = type;

    /// <summary>The version of its form.</summary>
    public int SchemaVersion { get; } = schemaVersion;
}

/// <summary>Turns events into rows and back. Safe to share between threads.</summary>
public sealed class EventCodec
{
    private readonly Dictionary<(string Type, int FromVersion), IEventUpcaster> _upcasters;

    /// <summary>A codec that reads older forms through those upcasters.</summary>
    public EventCodec(IEnumerable<IEventUpcaster> upcasters) =>
        _upcasters = upcasters.ToDictionary(upcaster => (upcaster.Type, upcaster.FromVersion));

    /// <summary>A codec for the forms of today alone.</summary>
    public static EventCodec Current { get; } = new([]);

    /// <summary>The row of an event.</summary>
    public static EventRow Encode(CaseId caseId, RecordedEvent recorded)
    {
        var type = EventTypes.Of(recorded.Event);
        var json = JsonSerializer.Serialize(recorded.Event, EventTypes.FormOf(type));
        return new EventRow(
            caseId, recorded.Sequence, type.Name, type.SchemaVersion, recorded.EffectiveOn, recorded.RecordedAt,
            recorded.Principal, recorded.CommandKey, recorded.PackHash, json);
    }

    /// <summary>The event of a row, whatever form it was written in.</summary>
    /// <exception cref="UnreadableHistoryException">This program does not know the event or its form.</exception>
    public RecordedEvent Decode(EventRow row)
    {
        var type = EventTypes.Named(row.Type) ?? throw new UnreadableHistoryException(row.Type, row.SchemaVersion);
        var form = EventTypes.FormOf(type);
        var happened = row.SchemaVersion == type.SchemaVersion
            ? JsonSerializer.Deserialize(row.Data, form)
            : Upcast(row, type).Deserialize(form);
        return happened is CaseEvent known
            ? new RecordedEvent(
                row.Sequence, row.EffectiveOn, row.RecordedAt, row.Principal, row.CommandKey, row.PackHash, known)
            : throw new UnreadableHistoryException(row.Type, row.SchemaVersion);
    }

    private JsonObject Upcast(EventRow row, EventType type)
    {
        var data = JsonNode.Parse(row.Data) as JsonObject;
        for (var version = row.SchemaVersion; version != type.SchemaVersion; version++)
        {
            if (data is null || !_upcasters.TryGetValue((row.Type, version), out var upcaster))
            {
                throw new UnreadableHistoryException(row.Type, row.SchemaVersion);
            }

            data = upcaster.Upcast(data);
        }

        return data!;
    }
}
