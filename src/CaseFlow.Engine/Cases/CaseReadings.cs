using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Engine.Cases;

/// <summary>A case as it is read: its row and the case that its document holds.</summary>
/// <param name="Row">The row.</param>
/// <param name="State">The case.</param>
public sealed record CaseReading(CaseRow Row, CaseState State);

/// <summary>A deadline as it is read.</summary>
/// <param name="Started">Sequence of its start.</param>
/// <param name="Name">The deadline's name.</param>
/// <param name="Labels">What people read, by language code; empty where its pack is not at hand.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Statement">How its date came about, day by day; without a due day while suspended.</param>
/// <param name="BreachedAt">When its breach was recorded, or null.</param>
/// <param name="InTime">Whether it was met in time; null where it was not met.</param>
/// <param name="ClosedOn">When it was met, voided or ended; null before.</param>
public sealed record DeadlineReading(
    int Started,
    string Name,
    IReadOnlyDictionary<string, string> Labels,
    ClockStatus Status,
    DeadlineStatement Statement,
    DateTimeOffset? BreachedAt,
    bool? InTime,
    DateOnly? ClosedOn);

/// <summary>
/// Why a deadline is as long as it is, or why the case is assessed as it is: the decision behind it, asked anew with
/// the facts of today.
/// </summary>
/// <param name="Decision">The decision.</param>
/// <param name="Deadline">The deadline's name; null for an assessment of the case as a whole.</param>
/// <param name="Started">Sequence of the deadline's start; null for an assessment.</param>
/// <param name="Stated">
/// The rules and articles recorded when the deadline started, and the extensions since; empty for an assessment.
/// </param>
/// <param name="Outcome">
/// The outcome today, with its rules; differs from what was stated where facts changed since. Null where the rules have
/// no answer for the case: then <paramref name="Trace"/> holds the code of the fault.
/// </param>
/// <param name="Trace">Why, as the rules trace it.</param>
public sealed record ExplanationReading(
    string Decision,
    string? Deadline,
    int? Started,
    IReadOnlyList<StatedTerm> Stated,
    DecisionOutcome? Outcome,
    System.Text.Json.Nodes.JsonObject Trace);

/// <summary>A trigger that the state permits, with what it still needs.</summary>
/// <param name="Name">The trigger.</param>
/// <param name="Labels">What people read, by language code.</param>
/// <param name="IsSide">True for a way out beside the main road.</param>
/// <param name="Inputs">What it asks for.</param>
/// <param name="Roles">Who may fire it; empty for anyone.</param>
/// <param name="Cites">What it rests on.</param>
/// <param name="StillNeeds">
/// Every reason why it would be refused today without inputs; empty: it can be fired as it is.
/// </param>
public sealed record TriggerReading(
    string Name,
    IReadOnlyDictionary<string, string> Labels,
    bool IsSide,
    IReadOnlyList<FieldSymbol> Inputs,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Cites,
    IReadOnlyList<Problem> StillNeeds);
