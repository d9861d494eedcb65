using System.Collections.Immutable;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Engine.Cases;

/// <summary>A case as its history makes it: the fold of its events. Immutable.</summary>
public sealed record CaseState
{
    /// <summary>The case.</summary>
    public required CaseId Id { get; init; }

    /// <summary>Sequence of its last event, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Name of its lifecycle.</summary>
    public required string Lifecycle { get; init; }

    /// <summary>Name of its state.</summary>
    public required string State { get; init; }

    /// <summary>False in a final state.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The citizen's code.</summary>
    public required TrackingCode Tracking { get; init; }

    /// <summary>The pack that it pins.</summary>
    public required string PackHash { get; init; }

    /// <summary>Local day of opening.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>Effective day of its last change of state: nothing may be dated back beyond it.</summary>
    public required DateOnly StateSince { get; init; }

    /// <summary>When its last event was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The agency that handles it, or null.</summary>
    public string? Agency { get; init; }

    /// <summary>The officer who holds it, or null.</summary>
    public string? Holder { get; init; }

    /// <summary>The case it follows, or null.</summary>
    public CaseId? Parent { get; init; }

    /// <summary>The state to which `goes back` leads, or null.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>References of its petitioners.</summary>
    public ImmutableArray<PetitionerReference> Petitioners { get; init; } = [];

    /// <summary>What is known.</summary>
    public FactSheet Facts { get; init; } = FactSheet.Empty;

    /// <summary>Its deadlines in the order they started, those that are over included.</summary>
    public ImmutableArray<DeadlineClock> Clocks { get; init; } = [];

    /// <summary>What the rules last said of the case as a whole, one a decision, in the order first asked.</summary>
    public ImmutableArray<CaseAssessed> Assessments
    {
        // A document written before there were assessments leaves the property at its type's default.
        get => field.IsDefault ? [] : field;
        init;
    } = [];

    /// <summary>Steps of ladders that came, by <see cref="StepKey"/>.</summary>
    public ImmutableSortedSet<string> StepsDone { get; init; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The deadline of that name that runs or is suspended, or null.</summary>
    public DeadlineClock? OpenClock(string deadline) =>
        Clocks.LastOrDefault(clock => clock.IsOpen && clock.Name == deadline);

    /// <summary>What a decision last said of the case; null where it has not been asked.</summary>
    public CaseAssessed? AssessmentBy(string decision) =>
        Assessments.FirstOrDefault(assessment => assessment.Decision == decision);

    /// <summary>The deadline that began with that event, or null.</summary>
    public DeadlineClock? ClockOf(int started) => Clocks.FirstOrDefault(clock => clock.Started == started);

    /// <summary>What rules may know of the case itself, as `case.*` reads it.</summary>
    public CaseView ToView() => Views.Of(this);

    /// <summary>The identity of a step within a case, as in its timer's key: `7/overdue/late/1`.</summary>
    public static string StepKey(int started, string ladder, string step, int occurrence) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{started}/{ladder}/{step}/{occurrence}");
}
