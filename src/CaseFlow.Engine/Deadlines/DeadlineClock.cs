namespace CaseFlow.Engine.Deadlines;

/// <summary>How a deadline stands.</summary>
public enum ClockStatus
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>It stands still; there is no due day.</summary>
    Suspended,

    /// <summary>The duty was done.</summary>
    Met,

    /// <summary>The duty fell away.</summary>
    Voided,

    /// <summary>A waiting period that is over.</summary>
    Ended,
}

/// <summary>A deadline of a case as it stands.</summary>
/// <param name="Started">Sequence of the event that started it: its identity within the case.</param>
/// <param name="Status">How it stands.</param>
/// <param name="Statement">How its date came about.</param>
public sealed record DeadlineClock(int Started, ClockStatus Status, DeadlineStatement Statement)
{
    /// <summary>When the breach was recorded, UTC; null: none. A breach stays, whatever comes after.</summary>
    public DateTimeOffset? BreachedAt { get; init; }

    /// <summary>The local day on which it was met, voided or ended; null before.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Whether it was met in time; null where it was not met.</summary>
    public bool? InTime { get; init; }

    /// <summary>The deadline's name in the pack.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Name => Statement.Deadline;

    /// <summary>True while it runs or is suspended.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOpen => Status is ClockStatus.Running or ClockStatus.Suspended;

    /// <summary>True while a duty is breached and neither met nor voided.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOverdue => IsOpen && BreachedAt is not null;
}
