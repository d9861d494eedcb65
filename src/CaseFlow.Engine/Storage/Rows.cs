using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Storage;

/// <summary>The case row: what lists are made from, and the case's document.</summary>
/// <param name="Id">The case.</param>
/// <param name="Version">Sequence of its last event, from 1.</param>
/// <param name="Lifecycle">Name of its lifecycle.</param>
/// <param name="State">Name of its state.</param>
/// <param name="IsOpen">False in a final state.</param>
/// <param name="Agency">Agency id, or null.</param>
/// <param name="Holder">Officer id, or null.</param>
/// <param name="OpenedOn">Local day of opening.</param>
/// <param name="Tracking">The citizen's code, unique.</param>
/// <param name="PackHash">The pack that the case pins.</param>
/// <param name="Parent">The case it follows, or null.</param>
/// <param name="IsOverdue">True while a duty is breached and neither met nor voided.</param>
/// <param name="NextDueOn">The nearest last day among running duties, or null.</param>
/// <param name="Document">The case as JSON: facts, clocks, references of petitioners.</param>
public sealed record CaseRow(
    CaseId Id,
    int Version,
    string Lifecycle,
    string State,
    bool IsOpen,
    string? Agency,
    string? Holder,
    DateOnly OpenedOn,
    TrackingCode Tracking,
    string PackHash,
    CaseId? Parent,
    bool IsOverdue,
    DateOnly? NextDueOn,
    string Document);

/// <summary>An event as stored. (case, sequence) is unique and gapless from 1.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Sequence">Place in the case's history, from 1.</param>
/// <param name="Type">Name of the event, past tense.</param>
/// <param name="SchemaVersion">Version of <paramref name="Data"/>'s form; old ones are read through upcasters.</param>
/// <param name="EffectiveOn">Local day on which it took effect.</param>
/// <param name="RecordedAt">When it was written, UTC.</param>
/// <param name="Principal">Who.</param>
/// <param name="CommandKey">The command that caused it.</param>
/// <param name="PackHash">The pack whose rules decided.</param>
/// <param name="Data">JSON.</param>
public sealed record EventRow(
    CaseId CaseId,
    int Sequence,
    string Type,
    int SchemaVersion,
    DateOnly EffectiveOn,
    DateTimeOffset RecordedAt,
    string Principal,
    string CommandKey,
    string PackHash,
    string Data);

/// <summary>A deadline of a case as it stands. (case, started sequence) is unique.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="StartedSequence">Sequence of the event that started it.</param>
/// <param name="Name">The deadline's name.</param>
/// <param name="IsWaitingPeriod">True for a waiting period.</param>
/// <param name="Status">running, suspended, met, voided, ended (a waiting period that is over).</param>
/// <param name="DueOn">Last day, inclusive, local; null while suspended.</param>
/// <param name="BreachesAt">The first instant after the due moment, UTC; null while suspended.</param>
/// <param name="BreachedAt">When the breach was recorded; null: none.</param>
/// <param name="Statement">How the date came about, JSON.</param>
public sealed record DeadlineRow(
    CaseId CaseId,
    int StartedSequence,
    string Name,
    bool IsWaitingPeriod,
    string Status,
    DateOnly? DueOn,
    DateTimeOffset? BreachesAt,
    DateTimeOffset? BreachedAt,
    string Statement);

/// <summary>Something that will be due. (case, key) is unique; a commit replaces all timers of its case.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Key">What it is: `breach/7`, `step/7/overdue/late/1`, `end/9`.</param>
/// <param name="DueAt">When, UTC.</param>
public sealed record TimerRow(CaseId CaseId, string Key, DateTimeOffset DueAt);

/// <summary>A fired step of a ladder: (case, started sequence, ladder, step, occurrence) is unique, for ever.</summary>
public sealed record EscalationRow(
    CaseId CaseId, int StartedSequence, string Ladder, string Step, int Occurrence, DateTimeOffset FiredAt);

/// <summary>A message for the outside, delivered at least once under its stable key.</summary>
/// <param name="Key">Stable and unique: `{case}/{sequence}/{n}`.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Topic">What kind: `reminder`, `report`, `reassignment`, `demand`, `event`.</param>
/// <param name="Payload">JSON without personal data.</param>
/// <param name="DueAt">Not before, UTC.</param>
public sealed record OutboxRow(string Key, CaseId CaseId, string Topic, string Payload, DateTimeOffset DueAt);

/// <summary>A command that took effect. The key is unique.</summary>
/// <param name="Key">The idempotency key.</param>
/// <param name="BodyHash">SHA-256 over what was asked, hexadecimal: tells a repeat from a reuse.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Version">The case's version after it.</param>
public sealed record CommandReceipt(string Key, string BodyHash, CaseId CaseId, int Version);
