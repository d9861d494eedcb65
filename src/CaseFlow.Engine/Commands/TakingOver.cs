using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Commands;

/// <summary>Takes over a case that already stands somewhere in its life.</summary>
internal static class TakingOver
{
    /// <summary>
    /// Puts the draft's case where it stands, with its running deadlines. Without a state it begins as usual, and a
    /// deadline that is listed takes the place of the one that would start.
    /// </summary>
    public static void TakeOver(Draft draft, TakeOver takeOver, CaseDefinition definition)
    {
        if (takeOver.State is { } name)
        {
            Place(draft, name, definition);
        }

        var listed = new List<BoundDeadline>();
        foreach (var taken in takeOver.Deadlines)
        {
            if (draft.Pack.FindDeadline(taken.Name) is not { } deadline)
            {
                draft.Refuse(EngineCodes.UnknownDeadline, taken.Name, taken.Name);
                continue;
            }

            listed.Add(deadline);
            Start(draft, deadline, taken.DueAt);
        }

        if (takeOver.State is null)
        {
            Opening.StartAll(draft, definition.Initial.Starts.Except(listed));
        }
    }

    private static void Place(Draft draft, string name, CaseDefinition definition)
    {
        if (definition.FindState(name) is { } state)
        {
            draft.Emit(new CaseTakenOver(state.Name, state.Kind == StateKind.Final));
            return;
        }

        var known = definition.Lifecycle.States.Select(state => state.Name).ToList();
        draft.Refuse(new Problem(
            EngineCodes.UnknownState, "state", [name, definition.Lifecycle.Name, string.Join(", ", known)])
        {
            LeadsOut = known,
        });
    }

    private static void Start(Draft draft, BoundDeadline deadline, DateTimeOffset? dueAt)
    {
        if (dueAt is not { } instant)
        {
            Opening.StartAll(draft, [deadline]);
            return;
        }

        var statement = new DeadlineStatement
        {
            Deadline = deadline.Name,
            IsWaitingPeriod = deadline.IsWaitingPeriod,
            Calendar = deadline.Calendar?.Name,
            Cites = Citations.Of(deadline.Cites),
            TakenOverDueAt = instant.ToUniversalTime(),
        };
        Starting.Begin(draft, deadline, draft.Count(deadline, statement));
    }
}
