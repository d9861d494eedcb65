using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Assignments;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Outbox;

/// <summary>Makes the messages that a commit sends outside. Pure; ids, names of the pack and dates only.</summary>
internal static class OutboxMessages
{
    private const string EventTopic = "event";

    /// <summary>
    /// One message a commit that tells which events happened, one an action of a fired step, one an escalation.
    /// </summary>
    public static IReadOnlyList<OutboxRow> Of(CaseState state, IReadOnlyList<RecordedEvent> events)
    {
        if (events.Count == 0)
        {
            return [];
        }

        var messages = new List<OutboxRow> { Announcement(state, events) };
        foreach (var recorded in events)
        {
            if (recorded.Event is EscalationStepFired fired)
            {
                messages.AddRange(fired.Actions
                    .Select((action, index) => MessageOf(state, recorded, fired, action, index + 1))
                    .OfType<OutboxRow>());
            }
            else if (recorded.Event is CaseEscalated escalated)
            {
                messages.Add(MessageOf(state, recorded, escalated));
            }
        }

        return messages;
    }

    private static OutboxRow Announcement(CaseState state, IReadOnlyList<RecordedEvent> events)
    {
        var happened = new JsonArray();
        foreach (var recorded in events)
        {
            var told = new JsonObject
            {
                ["sequence"] = recorded.Sequence,
                ["type"] = EventTypes.Of(recorded.Event).Name,
                ["effectiveOn"] = EffectiveDay.Text(recorded.EffectiveOn),
            };
            if (CaseEventNames.Of(recorded.Event) is { } name)
            {
                told["about"] = name;
            }

            happened.Add(told);
        }

        var payload = new JsonObject
        {
            ["case"] = state.Id.ToString(),
            ["lifecycle"] = state.Lifecycle,
            ["state"] = state.State,
            ["recordedAt"] = events[^1].RecordedAt.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
            ["version"] = state.Version,
            ["events"] = happened,
        };
        return Row(state, events[^1], 0, EventTopic, payload);
    }

    private static OutboxRow? MessageOf(
        CaseState state, RecordedEvent recorded, EscalationStepFired fired, FiredAction action, int number)
    {
        if (TopicOf(action.Kind) is not { } topic || action.Who is not { } who)
        {
            return null;
        }

        var payload = new JsonObject
        {
            ["case"] = state.Id.ToString(),
            ["deadline"] = fired.Identity.Deadline,
            ["ladder"] = fired.Identity.Ladder,
            ["step"] = fired.Identity.Step,
            ["occurrence"] = fired.Identity.Occurrence,
            ["lastDay"] = LastDayOf(state, fired),
            ["to"] = RecipientOf(who),
            ["within"] = action.Within?.ToString(),
            ["cites"] = Texts(fired.Cites),
        };
        return Row(state, recorded, number, topic, payload);
    }

    private static OutboxRow MessageOf(CaseState state, RecordedEvent recorded, CaseEscalated escalated)
    {
        var payload = new JsonObject
        {
            ["case"] = state.Id.ToString(),
            ["notice"] = escalated.Notice,
            ["deadline"] = escalated.Deadline,
            ["lastDay"] = escalated.DueOn is { } day ? EffectiveDay.Text(day) : null,
            ["to"] = RecipientOf(escalated.To),
            ["cites"] = Texts(escalated.Cites),
        };
        var topic = TopicOf(escalated.DueOn is null ? StepActionKind.Report : StepActionKind.DemandReport)!;
        return Row(state, recorded, 1, topic, payload);
    }

    private static string? LastDayOf(CaseState state, EscalationStepFired fired) =>
        state.ClockOf(fired.Identity.Started)?.Statement.LastDay is { } day ? EffectiveDay.Text(day) : null;

    private static JsonObject RecipientOf(Recipient who) => new()
    {
        ["kind"] = who.Kind.ToString(),
        ["name"] = who.Name,
        ["level"] = who.Level,
        ["agency"] = who.Agency,
        ["officers"] = Texts(who.Officers),
        ["unresolved"] = who.Unresolved?.ToString(),
    };

    private static JsonArray Texts(IEnumerable<string> texts) =>
        [.. texts.Select(text => (JsonNode)JsonValue.Create(text))];

    private static string? TopicOf(StepActionKind kind) => kind switch
    {
        StepActionKind.Remind => "reminder",
        StepActionKind.Report => "report",
        StepActionKind.Reassign => "reassignment",
        StepActionKind.DemandReport => "demand",
        _ => null,
    };

    private static OutboxRow Row(
        CaseState state, RecordedEvent recorded, int number, string topic, JsonObject payload) => new(
            string.Create(CultureInfo.InvariantCulture, $"{state.Id}/{recorded.Sequence}/{number}"),
            state.Id,
            topic,
            payload.ToJsonString(),
            recorded.RecordedAt);
}
