using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;

namespace CaseFlow.Engine.Events;

/// <summary>An event's name in the history and the version of its form.</summary>
/// <param name="Name">Past tense; never changes once released.</param>
/// <param name="SchemaVersion">
/// Version of the form that is written today; older ones are read through upcasters.
/// </param>
/// <param name="ClrType">The record.</param>
public sealed record EventType(string Name, int SchemaVersion, Type ClrType);

/// <summary>Every event there is.</summary>
public static class EventTypes
{
    private static readonly (EventType Type, JsonTypeInfo Form)[] Known =
    [
        Of("CaseOpened", 1, EngineJson.Default.CaseOpened),
        Of("CaseTakenOver", 1, EngineJson.Default.CaseTakenOver),
        Of("FactsRecorded", 1, EngineJson.Default.FactsRecorded),
        Of("TriggerFired", 1, EngineJson.Default.TriggerFired),
        Of("TriggerIgnored", 1, EngineJson.Default.TriggerIgnored),
        Of("StateChanged", 1, EngineJson.Default.StateChanged),
        Of("HolderSet", 1, EngineJson.Default.HolderSet),
        Of("DeadlineStarted", 1, EngineJson.Default.DeadlineStarted),
        Of("DeadlineNotStarted", 1, EngineJson.Default.DeadlineNotStarted),
        Of("DeadlineMet", 1, EngineJson.Default.DeadlineMet),
        Of("DeadlineVoided", 1, EngineJson.Default.DeadlineVoided),
        Of("DeadlineSuspended", 1, EngineJson.Default.DeadlineSuspended),
        Of("DeadlineResumed", 1, EngineJson.Default.DeadlineResumed),
        Of("DeadlineExtended", 1, EngineJson.Default.DeadlineExtended),
        Of("DeadlineUntouched", 1, EngineJson.Default.DeadlineUntouched),
        Of("DeadlineBreached", 1, EngineJson.Default.DeadlineBreached),
        Of("WaitingPeriodEnded", 1, EngineJson.Default.WaitingPeriodEnded),
        Of("EscalationStepFired", 1, EngineJson.Default.EscalationStepFired),
        Of("EscalationStepSkipped", 1, EngineJson.Default.EscalationStepSkipped),
        Of("ReportDemanded", 1, EngineJson.Default.ReportDemanded),
        Of("CaseReassigned", 1, EngineJson.Default.CaseReassigned),
        Of("PriorityRaised", 1, EngineJson.Default.PriorityRaised),
        Of("CaseEscalated", 1, EngineJson.Default.CaseEscalated),
        Of("CaseAssessed", 1, EngineJson.Default.CaseAssessed),
        Of("CaseRepinned", 1, EngineJson.Default.CaseRepinned),
    ];

    private static readonly FrozenDictionary<string, (EventType Type, JsonTypeInfo Form)> ByName =
        Known.ToFrozenDictionary(known => known.Type.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, (EventType Type, JsonTypeInfo Form)> ByClrType =
        Known.ToFrozenDictionary(known => known.Type.ClrType);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<EventType> All { get; } = [.. Known.Select(known => known.Type)];

    /// <summary>Name and version of an event.</summary>
    public static EventType Of(CaseEvent happened) => ByClrType[happened.GetType()].Type;

    /// <summary>The event of a name, or null.</summary>
    public static EventType? Named(string name) => ByName.TryGetValue(name, out var known) ? known.Type : null;

    internal static JsonTypeInfo FormOf(EventType type) => ByName[type.Name].Form;

    private static (EventType Type, JsonTypeInfo Form) Of(string name, int version, JsonTypeInfo form) =>
        (new EventType(name, version, form.Type), form);
}
