using System.Globalization;
using System.Text.Json.Nodes;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Comparison;

namespace CaseFlow.Host.Web;

/// <summary>What a pack would make of the open cases.</summary>
/// <param name="Policy">What the request would do with them.</param>
/// <param name="Applies">
/// Whether activating it so does what is told here; false where open cases keep their packs, and this is only what
/// going over would come to.
/// </param>
/// <param name="Changes">All that differs between the current pack and this one.</param>
/// <param name="Totals">Counts over all open cases.</param>
/// <param name="Moves">A page of the cases that move, newest first.</param>
/// <param name="Staying">The first of those that cannot go over, on the same page.</param>
/// <param name="Next">The `after` of the next page of moves; null on the last.</param>
internal sealed record WhatIfView(
    OpenCasePolicy Policy,
    bool Applies,
    JsonArray Changes,
    OpenCaseTotals Totals,
    IReadOnlyList<CaseMoveView> Moves,
    IReadOnlyList<StayingCaseView> Staying,
    string? Next)
{
    /// <summary>The view of a preview that was asked for one case more than <paramref name="limit"/>.</summary>
    public static WhatIfView Of(
        OpenCaseDiff diff, OpenCasePolicy policy, CasePack candidate, int limit, CultureInfo culture)
    {
        var page = diff.Moves.Take(limit).ToList();
        return new WhatIfView(
            policy,
            policy is OpenCasePolicy.Repin,
            DiffJson.Write(diff.Changes),
            diff.Totals,
            [.. page.Select(move => CaseMoveView.Of(move, candidate, culture))],
            [.. diff.Staying.Take(limit).Select(stays => StayingCaseView.Of(stays, culture))],
            diff.Moves.Count > limit ? page[^1].Case.ToString() : null);
    }
}

/// <summary>An open case that moves: each answer from what to what, and why.</summary>
internal sealed record CaseMoveView(
    string Case,
    string PinnedPack,
    IReadOnlyList<AnswerMoveView> Answers,
    IReadOnlyList<string> NotAssessed,
    IReadOnlyList<TimerView> TimersBefore,
    IReadOnlyList<TimerView> TimersAfter)
{
    /// <summary>The view of a move.</summary>
    public static CaseMoveView Of(CaseMove move, CasePack candidate, CultureInfo culture) => new(
        move.Case.ToString(),
        move.PinnedPack,
        [.. move.Assessments.Select(answer => AnswerMoveView.Of(answer, candidate, culture))],
        move.NotAssessed,
        [.. move.TimersBefore.Select(TimerView.Of)],
        [.. move.TimersAfter.Select(TimerView.Of)]);
}

/// <summary>A timer of a case: a breach, or a step of a ladder.</summary>
internal sealed record TimerView(string Timer, DateTimeOffset DueAt)
{
    /// <summary>The view of a timer.</summary>
    public static TimerView Of(TimerRow timer) => new(timer.Key, timer.DueAt);
}

/// <summary>An answer that becomes another.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Change">Whether the outcome differs, or only its grounds.</param>
/// <param name="Before">The answer in the case's history; null where it was never asked.</param>
/// <param name="After">The answer of the new pack.</param>
/// <param name="Reason">Why it differs.</param>
/// <param name="Why">What in the packs made the difference.</param>
internal sealed record AnswerMoveView(
    string Decision, string Label, DifferenceKind Change, AnswerView? Before, AnswerView After, MoveReason Reason,
    JsonArray Why)
{
    /// <summary>The view of a moved answer.</summary>
    public static AnswerMoveView Of(AssessmentMove move, CasePack candidate, CultureInfo culture)
    {
        var name = move.After.Decision;
        var label = candidate.Rules.DecisionNamed(name)?.LabelIn(culture.TwoLetterISOLanguageName);
        return new AnswerMoveView(
            name, label ?? name.Replace('_', ' '), move.Kind, AnswerView.Of(move.Before), AnswerView.Of(move.After)!,
            move.Reason, DiffJson.Write(move.Causes));
    }
}

/// <summary>An answer about a case.</summary>
internal sealed record AnswerView(
    string Status, JsonNode Outputs, IReadOnlyList<string> Rules, IReadOnlyList<string> Cites,
    IReadOnlyList<string> Missing, string? Fault)
{
    /// <summary>The view of an answer; null for none.</summary>
    public static AnswerView? Of(CaseAssessed? assessed) => assessed is null
        ? null
        : new AnswerView(
            assessed.Status, assessed.Outputs.DeepClone(), assessed.Rules, assessed.Cites, assessed.Missing,
            assessed.Fault);
}

/// <summary>An open case that keeps its pack, and every reason.</summary>
internal sealed record StayingCaseView(string Case, string PinnedPack, IReadOnlyList<ProblemReason> Reasons)
{
    /// <summary>The view of such a case.</summary>
    public static StayingCaseView Of(StayingCase stays, CultureInfo culture) => new(
        stays.Case.ToString(),
        stays.PinnedPack,
        [.. stays.Problems.Select(problem => EngineProblems.Reason(problem, culture))]);
}
