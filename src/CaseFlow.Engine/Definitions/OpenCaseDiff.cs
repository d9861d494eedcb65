using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Comparison;

namespace CaseFlow.Engine.Definitions;

/// <summary>Why an answer about a case is not what it was.</summary>
public enum MoveReason
{
    /// <summary>The packs differ.</summary>
    Packs,

    /// <summary>The case was never asked that before: only the candidate assesses it.</summary>
    FirstAsked,

    /// <summary>The packs agree; time has gone by since the case was last asked.</summary>
    Time,
}

/// <summary>An answer about a case that a candidate gives otherwise.</summary>
/// <param name="Kind">Whether status or outputs differ, or only what they rest on.</param>
/// <param name="Before">What the case's history says now; null where it was never asked.</param>
/// <param name="After">What the candidate says.</param>
/// <param name="Reason">Why it differs.</param>
/// <param name="Causes">What in the packs made the difference; empty unless the packs differ.</param>
public sealed record AssessmentMove(
    DifferenceKind Kind,
    CaseAssessed? Before,
    CaseAssessed After,
    MoveReason Reason,
    IReadOnlyList<ChangeCause> Causes);

/// <summary>An open case that a candidate moves.</summary>
/// <param name="Case">The case.</param>
/// <param name="PinnedPack">The hash of the pack that it pins.</param>
/// <param name="Assessments">The answers that become others.</param>
/// <param name="NotAssessed">Decisions that the candidate does not assess it by any more.</param>
/// <param name="TimersBefore">Timers of its deadlines and ladders that would be no more.</param>
/// <param name="TimersAfter">Timers that would come instead.</param>
public sealed record CaseMove(
    CaseId Case,
    string PinnedPack,
    IReadOnlyList<AssessmentMove> Assessments,
    IReadOnlyList<string> NotAssessed,
    IReadOnlyList<TimerRow> TimersBefore,
    IReadOnlyList<TimerRow> TimersAfter)
{
    /// <summary>True where nothing but the pin would change.</summary>
    public bool IsNothing =>
        Assessments.Count + NotAssessed.Count + TimersBefore.Count + TimersAfter.Count == 0;
}

/// <summary>An open case that keeps its pack, and why.</summary>
/// <param name="Case">The case.</param>
/// <param name="PinnedPack">The hash of the pack that it pins.</param>
/// <param name="Problems">Every reason.</param>
public sealed record StayingCase(CaseId Case, string PinnedPack, IReadOnlyList<Problem> Problems);

/// <summary>What a candidate makes of all open cases.</summary>
/// <param name="Changes">All that differs between the current pack and the candidate.</param>
/// <param name="Moves">A page of the cases that move, newest case first.</param>
/// <param name="Staying">The first of the cases that cannot go over to the candidate, newest first.</param>
/// <param name="Totals">Counts over all open cases.</param>
public sealed record OpenCaseDiff(
    IReadOnlyList<ChangeCause> Changes,
    IReadOnlyList<CaseMove> Moves,
    IReadOnlyList<StayingCase> Staying,
    OpenCaseTotals Totals);

/// <summary>Counts over open cases. For one thread at a time.</summary>
public sealed class OpenCaseTotals
{
    private readonly SortedDictionary<string, int> _byDecision = new(StringComparer.Ordinal);

    /// <summary>Open cases.</summary>
    public int Open { get; private set; }

    /// <summary>Cases of which an answer gets another status or output.</summary>
    public int Moved { get; private set; }

    /// <summary>Cases of which only articles, facts to ask for, or timers change.</summary>
    public int OtherGrounds { get; private set; }

    /// <summary>Cases that cannot go over to the candidate.</summary>
    public int Staying { get; private set; }

    /// <summary>How many cases each decision comes out otherwise for, other grounds included.</summary>
    public IReadOnlyDictionary<string, int> ByDecision => _byDecision;

    /// <summary>Counts a case that could go over.</summary>
    public void Add(CaseMove move)
    {
        Open++;
        var isMoved = move.NotAssessed.Count > 0
            || move.Assessments.Any(assessment => assessment.Kind == DifferenceKind.Outcome);
        Moved += isMoved ? 1 : 0;
        OtherGrounds += !isMoved && !move.IsNothing ? 1 : 0;
        foreach (var name in move.Assessments.Select(assessment => assessment.After.Decision).Concat(move.NotAssessed))
        {
            _byDecision[name] = _byDecision.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>Counts a case that stays.</summary>
    public void AddStaying()
    {
        Open++;
        Staying++;
    }
}
