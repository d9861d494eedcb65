using CaseFlow.Engine.Events;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Commands;

/// <summary>Carries out the effects of a trigger, each with an event of its own.</summary>
internal static class Effects
{
    /// <summary>Applies one effect to the draft, or adds why it cannot.</summary>
    public static void Apply(Draft draft, BoundEffect effect, BoundTrigger trigger, DateTimeOffset? at)
    {
        try
        {
            Carry(draft, effect, trigger, at);
        }
        catch (EvaluationFaultException fault)
        {
            draft.Refuse(new Problem(fault.Code, trigger.Name, fault.Arguments));
        }
    }

    private static void Carry(Draft draft, BoundEffect effect, BoundTrigger trigger, DateTimeOffset? at)
    {
        switch (effect)
        {
            case BoundSetsFact sets when Known(draft, draft.Evaluation.Value(sets.Value), sets.Fact.Path) is { } value:
                draft.Record([KeyValuePair.Create(sets.Fact, value)], trigger.Name);
                break;
            case BoundSetsHolder sets when Known(draft, draft.Evaluation.Value(sets.Value), "case.holder") is { } value:
                var holder = value is TextValue text ? text.Value : null;
                draft.Emit(new HolderSet(draft.State.Holder, holder, trigger.Name));
                break;
            case BoundExtendsEffect extends:
                Extending.Extend(draft, extends);
                break;
            case BoundDeadlineEffect deadlines:
                ApplyToEach(draft, deadlines, trigger, at);
                break;
        }
    }

    private static void ApplyToEach(
        Draft draft, BoundDeadlineEffect effect, BoundTrigger trigger, DateTimeOffset? at)
    {
        foreach (var deadline in effect.Deadlines)
        {
            switch (effect.Kind)
            {
                case DeadlineEffectKind.Starts:
                    Starting.Start(draft, deadline);
                    break;
                case DeadlineEffectKind.Meets:
                    Closing.Meet(draft, deadline, at);
                    break;
                case DeadlineEffectKind.Voids:
                    Closing.Void(draft, deadline);
                    break;
                case DeadlineEffectKind.Suspends:
                    Suspending.Suspend(draft, deadline, effect.From!, trigger);
                    break;
                default:
                    Suspending.Resume(draft, deadline, effect.From!);
                    break;
            }
        }
    }

    private static Value? Known(Draft draft, Value value, string place)
    {
        if (value is not UnknownValue unknown)
        {
            return value;
        }

        draft.RefuseUnknown(EngineCodes.ValueUnknown, place, unknown, []);
        return null;
    }
}
