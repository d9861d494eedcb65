using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Events;

/// <summary>A case was opened.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Lifecycle">The lifecycle it lives by.</param>
/// <param name="State">The state it begins in.</param>
/// <param name="IsFinal">Whether that state is final.</param>
/// <param name="Tracking">The citizen's code.</param>
/// <param name="Agency">The agency that received it, or null.</param>
/// <param name="Parent">The case it follows, or null.</param>
/// <param name="Petitioners">References of its petitioners.</param>
public sealed record CaseOpened(
    CaseId CaseId,
    string Lifecycle,
    string State,
    bool IsFinal,
    TrackingCode Tracking,
    string? Agency,
    CaseId? Parent,
    IReadOnlyList<PetitionerReference> Petitioners) : CaseEvent;

/// <summary>A case was taken over that already stood somewhere in its life.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="IsFinal">Whether that state is final.</param>
public sealed record CaseTakenOver(string State, bool IsFinal) : CaseEvent;

/// <summary>Facts were told, or set by a trigger.</summary>
/// <param name="Facts">`{"petition":{…}}`, canonical names and values; null is known to be absent.</param>
/// <param name="Trigger">The trigger whose effect set them; null where they were told with a command.</param>
public sealed record FactsRecorded(JsonObject Facts, string? Trigger) : CaseEvent;

/// <summary>A trigger was fired; what it did follows in events of their own.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Inputs">What was given with it, canonical.</param>
/// <param name="At">The exact instant, where it is known.</param>
/// <param name="Cites">What its body rests on.</param>
public sealed record TriggerFired(
    string Trigger, JsonObject Inputs, DateTimeOffset? At, IReadOnlyList<string> Cites) : CaseEvent;

/// <summary>A trigger was fired that its lifecycle ignores in this state.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="State">The state.</param>
public sealed record TriggerIgnored(string Trigger, string State) : CaseEvent;

/// <summary>The case went to another state, or entered its own anew.</summary>
/// <param name="Trigger">The trigger that led there.</param>
/// <param name="From">The state before.</param>
/// <param name="To">The state after.</param>
/// <param name="IsFinal">Whether the state after is final.</param>
/// <param name="ReturnTo">The state to which `goes back` would lead from now on; null for none.</param>
public sealed record StateChanged(string Trigger, string From, string To, bool IsFinal, string? ReturnTo) : CaseEvent;

/// <summary>A trigger set the officer who holds the case.</summary>
/// <param name="Before">The officer before, or null.</param>
/// <param name="Holder">The officer from now on, or null for nobody.</param>
/// <param name="Trigger">The trigger.</param>
public sealed record HolderSet(string? Before, string? Holder, string Trigger) : CaseEvent;
