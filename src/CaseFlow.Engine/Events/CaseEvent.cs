namespace CaseFlow.Engine.Events;

/// <summary>
/// One thing that happened to a case. Immutable; its name and the version of its form are listed in
/// <see cref="EventTypes"/>.
/// </summary>
public abstract record CaseEvent;

/// <summary>An event in its envelope.</summary>
/// <param name="Sequence">Place in the case's history, from 1.</param>
/// <param name="EffectiveOn">Local day on which it took effect.</param>
/// <param name="RecordedAt">When it was written, UTC; never before the event before it.</param>
/// <param name="Principal">Who.</param>
/// <param name="CommandKey">The command that caused it.</param>
/// <param name="PackHash">The pack whose rules decided.</param>
/// <param name="Event">What happened.</param>
public sealed record RecordedEvent(
    int Sequence,
    DateOnly EffectiveOn,
    DateTimeOffset RecordedAt,
    string Principal,
    string CommandKey,
    string PackHash,
    CaseEvent Event);
