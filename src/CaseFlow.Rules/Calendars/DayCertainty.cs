namespace CaseFlow.Rules.Calendars;

/// <summary>
/// How sure a day of the calendar is; the higher, the less sure. A date that crosses days carries the worst.
/// </summary>
public enum DayCertainty
{
    /// <summary>V: the schedule was seen, or the day is an ordinary one.</summary>
    Verified,

    /// <summary>M: from memory, to be confirmed.</summary>
    FromMemory,

    /// <summary>E: an estimate, usable and marked.</summary>
    Estimate,
}
