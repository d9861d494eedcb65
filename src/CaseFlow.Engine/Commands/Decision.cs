using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;

namespace CaseFlow.Engine.Commands;

/// <summary>What the pure decision about a command came to.</summary>
public abstract record Decision;

/// <summary>The command takes effect.</summary>
/// <param name="State">The case after it.</param>
/// <param name="Events">What happened; empty where a timer turned out to be void.</param>
public sealed record Decided(CaseState State, IReadOnlyList<RecordedEvent> Events) : Decision;

/// <summary>The command is not carried out.</summary>
/// <param name="Status">In which way.</param>
/// <param name="Problems">Every reason.</param>
public sealed record Refused(CommandStatus Status, IReadOnlyList<Problem> Problems) : Decision;

/// <summary>All that a decision may know besides case and command.</summary>
/// <param name="Pack">The pack that the case pins, or is to pin.</param>
/// <param name="Now">The instant of the decision, UTC.</param>
/// <param name="Time">The agency's time.</param>
public sealed record Circumstances(CasePack Pack, DateTimeOffset Now, AgencyTime Time)
{
    /// <summary>The local day of <see cref="Now"/>.</summary>
    public DateOnly Today => Time.DayOf(Now);
}

/// <summary>The ids that a new case gets, made at the edge.</summary>
/// <param name="CaseId">The case's.</param>
/// <param name="Tracking">The citizen's code.</param>
/// <param name="Petitioners">One reference a petitioner, in the command's order.</param>
public sealed record NewCaseIds(
    CaseId CaseId, TrackingCode Tracking, IReadOnlyList<PetitionerReference> Petitioners);
