using System.Text.Json.Nodes;

namespace CaseFlow.Engine.Events;

/// <summary>
/// The case went over to another pack; what that pack says of it follows in events of their own. State, facts and the
/// dates of deadlines are as they were.
/// </summary>
/// <param name="From">Hash of the pack before.</param>
/// <param name="To">Hash of the pack from now on.</param>
/// <param name="Version">The new pack's version, as people call it.</param>
/// <param name="Activation">The number of the activation that brought it.</param>
/// <param name="NotAssessed">Decisions that the case was assessed by and is not from now on.</param>
public sealed record CaseRepinned(
    string From, string To, string Version, int Activation, IReadOnlyList<string> NotAssessed) : CaseEvent;

/// <summary>
/// The rules were asked about the case as a whole (which authority is competent, how pressing it is), and their answer
/// is not what it was before.
/// </summary>
/// <param name="Decision">The decision that was asked.</param>
/// <param name="Status">`decided`, `undecided`, `gap`, `conflict`, `notApplicable`, or `fault`.</param>
/// <param name="Outputs">The outputs by name; null is missing.</param>
/// <param name="Rules">The active rules; all culprits of a conflict.</param>
/// <param name="Cites">What they cite.</param>
/// <param name="Missing">Facts to ask for, in order; only where undecided.</param>
/// <param name="BlockedBy">Other decisions or definitions that the answer waits for.</param>
/// <param name="Fault">The code of the fault where the rules have no answer for the case, or null.</param>
public sealed record CaseAssessed(
    string Decision,
    string Status,
    JsonObject Outputs,
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Cites,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> BlockedBy,
    string? Fault) : CaseEvent
{
    /// <summary>Whether both have the same status and outputs, on whatever grounds.</summary>
    public bool AnswersTheSame(CaseAssessed other) =>
        Decision == other.Decision
        && Status == other.Status
        && Fault == other.Fault
        && JsonNode.DeepEquals(Outputs, other.Outputs);

    /// <summary>Whether both say the same.</summary>
    public bool SaysTheSame(CaseAssessed other) =>
        AnswersTheSame(other)
        && Rules.SequenceEqual(other.Rules)
        && Cites.SequenceEqual(other.Cites)
        && Missing.SequenceEqual(other.Missing)
        && BlockedBy.SequenceEqual(other.BlockedBy);
}
