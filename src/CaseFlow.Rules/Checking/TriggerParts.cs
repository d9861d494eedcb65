using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>Lists what bodies of triggers do and read.</summary>
internal static class TriggerParts
{
    /// <summary>Whether a body suspends a deadline; then the state it is fired in is remembered.</summary>
    public static bool Suspends(BoundTriggerBody body) => Of(body, DeadlineEffectKind.Suspends).Any();

    /// <summary>The deadlines on which a body has an effect of a kind.</summary>
    public static IEnumerable<BoundDeadline> Of(BoundTriggerBody body, DeadlineEffectKind kind) => body.Effects
        .OfType<BoundDeadlineEffect>()
        .Where(effect => effect.Kind == kind)
        .SelectMany(effect => effect.Deadlines);

    /// <summary>Every expression of a body.</summary>
    public static IEnumerable<BoundExpression> Expressions(BoundTriggerBody body)
    {
        var guards = body.Guards.Select(guard => guard.Condition);
        var choices = body.Move is BoundFirstOf first ? first.Choices.Select(choice => choice.When) : [];
        return guards.Concat(body.Effects.SelectMany(Expressions)).Concat(choices);
    }

    private static IEnumerable<BoundExpression> Expressions(BoundEffect effect) => effect switch
    {
        BoundDeadlineEffect { From: { } from } => [from],
        BoundExtendsEffect extends => [extends.By],
        BoundSetsFact sets => [sets.Value],
        BoundSetsHolder holder => [holder.Value],
        _ => [],
    };
}
