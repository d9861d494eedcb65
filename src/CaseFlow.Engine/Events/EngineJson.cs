using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Deadlines;

namespace CaseFlow.Engine.Events;

/// <summary>
/// The JSON forms of everything that the engine stores. Forms only grow; an event's changed form is a new schema
/// version.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(CaseIdConverter), typeof(TrackingCodeConverter), typeof(PetitionerReferenceConverter),
        typeof(RuleDurationConverter), typeof(FactSheetConverter),
    ])]
[JsonSerializable(typeof(CaseState))]
[JsonSerializable(typeof(DeadlineStatement))]
[JsonSerializable(typeof(CaseOpened))]
[JsonSerializable(typeof(CaseTakenOver))]
[JsonSerializable(typeof(FactsRecorded))]
[JsonSerializable(typeof(TriggerFired))]
[JsonSerializable(typeof(TriggerIgnored))]
[JsonSerializable(typeof(StateChanged))]
[JsonSerializable(typeof(HolderSet))]
[JsonSerializable(typeof(DeadlineStarted))]
[JsonSerializable(typeof(DeadlineNotStarted))]
[JsonSerializable(typeof(DeadlineMet))]
[JsonSerializable(typeof(DeadlineVoided))]
[JsonSerializable(typeof(DeadlineSuspended))]
[JsonSerializable(typeof(DeadlineResumed))]
[JsonSerializable(typeof(DeadlineExtended))]
[JsonSerializable(typeof(DeadlineUntouched))]
[JsonSerializable(typeof(DeadlineBreached))]
[JsonSerializable(typeof(WaitingPeriodEnded))]
[JsonSerializable(typeof(EscalationStepFired))]
[JsonSerializable(typeof(EscalationStepSkipped))]
[JsonSerializable(typeof(ReportDemanded))]
[JsonSerializable(typeof(CaseReassigned))]
[JsonSerializable(typeof(PriorityRaised))]
[JsonSerializable(typeof(CaseEscalated))]
[JsonSerializable(typeof(CaseAssessed))]
[JsonSerializable(typeof(CaseRepinned))]
internal sealed partial class EngineJson : JsonSerializerContext;
