using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Engine.Commands;

/// <summary>Starts deadlines.</summary>
internal static class Starting
{
    /// <summary>
    /// Starts a deadline where its decision sets a term; where it does not apply, records so; where it cannot tell,
    /// refuses. One that still runs is voided by the new start; counted from the same day, it leaves its suspensions
    /// to the new one, for those days were not the resolver's whatever the term.
    /// </summary>
    public static void Start(Draft draft, BoundDeadline deadline)
    {
        if (!deadline.Period.Contains(draft.Day))
        {
            NotStarted(draft, deadline, NotStartedReason.NotInForce, null);
            return;
        }

        var outcome = draft.Evaluation.Decide(deadline.TermDecision);
        switch (outcome.Status)
        {
            case OutcomeStatus.Decided when outcome[deadline.TermOutput] is DurationValue term:
                StartFromAnchor(draft, deadline, term.Value, outcome);
                break;
            case OutcomeStatus.Decided:
                NotStarted(draft, deadline, NotStartedReason.NoTerm, outcome);
                break;
            case OutcomeStatus.NotApplicable:
                NotStarted(draft, deadline, NotStartedReason.NotApplicable, outcome);
                break;
            default:
                draft.Refuse(ProblemOf(deadline, outcome));
                break;
        }
    }

    private static void StartFromAnchor(
        Draft draft, BoundDeadline deadline, RuleDuration term, DecisionOutcome outcome)
    {
        switch (draft.Evaluation.Value(deadline.Anchor))
        {
            case DateValue anchor:
                Begin(draft, deadline, draft.Count(deadline, StatementOf(draft, deadline, term, outcome, anchor)));
                break;
            case UnknownValue unknown:
                draft.RefuseUnknown(EngineCodes.ValueUnknown, deadline.Name, unknown, deadline.Cites);
                break;
            default:
                NotStarted(draft, deadline, NotStartedReason.NoAnchor, outcome);
                break;
        }
    }

    /// <summary>Starts a deadline with a statement that is made already.</summary>
    public static void Begin(Draft draft, BoundDeadline deadline, DeadlineStatement statement)
    {
        if (draft.State.OpenClock(deadline.Name) is { } former)
        {
            draft.Emit(new DeadlineVoided(deadline.Name, former.Started, draft.Day, VoidReason.StartedAnew));
        }

        var lasting = statement.Suspensions.LastOrDefault(suspension => suspension.Resumed is null);
        if (lasting is null)
        {
            draft.Emit(new DeadlineStarted(statement));
            return;
        }

        // One that is started anew while it stands still begins and stands still at once.
        var running = statement with { Suspensions = [.. statement.Suspensions.SkipLast(1)] };
        draft.Emit(new DeadlineStarted(draft.Count(deadline, running)));
        var started = draft.State.Version;
        draft.Emit(new DeadlineSuspended(deadline.Name, started, lasting.From, statement));
    }

    private static DeadlineStatement StatementOf(
        Draft draft, BoundDeadline deadline, RuleDuration term, DecisionOutcome outcome, DateValue anchor)
    {
        var former = FormerOf(draft, deadline, anchor.Value);
        var decided = new StatedTerm(
            term,
            StatedTermKind.Term,
            draft.Day,
            [.. outcome.Rules.Select(rule => rule.Name)],
            Citations.Of(outcome.Cites));
        return new DeadlineStatement
        {
            Deadline = deadline.Name,
            IsWaitingPeriod = deadline.IsWaitingPeriod,
            CountedBack = deadline.CountedBack,
            AnchorName = deadline.AnchorFact?.Path ?? NameOf(deadline.Anchor),
            Anchor = anchor.Value,
            AnchorCertainty = anchor.Certainty,
            Calendar = deadline.Calendar?.Name,
            Cites = Citations.Of(deadline.Cites),
            Suspensions = former?.Suspensions ?? [],
            Terms = [decided, .. former?.Terms.Where(part => part.Kind == StatedTermKind.Extension) ?? []],
        };
    }

    // The same deadline from the same day with another term: its suspensions and extensions still stand, and count to
    // its cap.
    private static DeadlineStatement? FormerOf(Draft draft, BoundDeadline deadline, DateOnly anchor) =>
        draft.State.OpenClock(deadline.Name) is { Statement: var statement } && statement.Anchor == anchor
            ? statement
            : null;

    private static string NameOf(Rules.Binding.Expressions.BoundExpression anchor) =>
        anchor is Rules.Binding.Expressions.DefinitionExpression definition
            ? definition.Definition.Name
            : anchor.Span.ToString();

    private static void NotStarted(
        Draft draft, BoundDeadline deadline, NotStartedReason reason, DecisionOutcome? outcome) =>
        draft.Emit(new DeadlineNotStarted(
            deadline.Name,
            reason,
            [.. outcome?.Rules.Select(rule => rule.Name) ?? []],
            Citations.Of(outcome?.Cites ?? deadline.Cites)));

    private static Problem ProblemOf(BoundDeadline deadline, DecisionOutcome outcome)
    {
        var (code, what) = outcome.Status switch
        {
            OutcomeStatus.Gap => (EngineCodes.TermGap, new List<string> { outcome.Decision.Name }),
            OutcomeStatus.Conflict => (EngineCodes.TermConflict, [.. outcome.Rules.Select(rule => rule.Name)]),
            _ => (EngineCodes.TermUndecided, [.. outcome.Missing, .. outcome.BlockedBy]),
        };
        return new Problem(code, deadline.Name, [deadline.Name, string.Join(", ", what)])
        {
            Cites = Citations.Of(deadline.Cites),
            LeadsOut = [.. outcome.Missing],
        };
    }
}
