using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Commands;

/// <summary>Changes the state as a trigger's body says, after its effects.</summary>
internal static class Moves
{
    /// <summary>Moves the draft's case.</summary>
    /// <param name="draft">The draft, effects applied.</param>
    /// <param name="before">The case before the trigger.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="body">Its body.</param>
    public static void Apply(Draft draft, CaseState before, BoundTrigger trigger, BoundTriggerBody body)
    {
        if (body.Move is BoundStays || TargetOf(draft, before, trigger, body.Move) is not { } target)
        {
            return;
        }

        draft.Emit(new StateChanged(
            trigger.Name, before.State, target.Name, target.Kind == StateKind.Final, ReturnTo(before, body)));
    }

    private static BoundState? TargetOf(Draft draft, CaseState before, BoundTrigger trigger, BoundMove move)
    {
        switch (move)
        {
            case BoundGoesTo to:
                return to.State;
            case BoundFirstOf first:
                return FirstOf(draft, trigger, first);
            default:
                return Remembered(draft, before, trigger);
        }
    }

    private static BoundState? Remembered(Draft draft, CaseState before, BoundTrigger trigger)
    {
        var definition = draft.Pack.DefinitionOf(before.Lifecycle);
        if (before.ReturnTo is { } name && definition.FindState(name) is { } state)
        {
            return state;
        }

        draft.Refuse(EngineCodes.NoStateToReturnTo, trigger.Name, trigger.Name);
        return null;
    }

    private static BoundState? FirstOf(Draft draft, BoundTrigger trigger, BoundFirstOf first)
    {
        foreach (var choice in first.Choices)
        {
            Value holds;
            try
            {
                holds = draft.Evaluation.Value(choice.When);
            }
            catch (EvaluationFaultException fault)
            {
                draft.Refuse(new Problem(fault.Code, trigger.Name, fault.Arguments));
                return null;
            }

            if (holds is UnknownValue unknown)
            {
                draft.RefuseUnknown(EngineCodes.ValueUnknown, trigger.Name, unknown, []);
                return null;
            }

            if (holds is BooleanValue { Value: true })
            {
                return choice.State;
            }
        }

        return first.Otherwise;
    }

    // The state in which the case was suspended stays remembered until a deadline resumes, whatever moves lie between.
    private static string? ReturnTo(CaseState before, BoundTriggerBody body)
    {
        var wasSuspended = before.Clocks.Any(clock => clock.Status == ClockStatus.Suspended);
        var kinds = body.Effects.OfType<BoundDeadlineEffect>().Select(effect => effect.Kind).ToHashSet();
        return wasSuspended && before.ReturnTo is not null
            && body.Move is not BoundGoesBack
            && !kinds.Contains(DeadlineEffectKind.Resumes)
            && !kinds.Contains(DeadlineEffectKind.Suspends)
            ? before.ReturnTo
            : before.State;
    }
}
