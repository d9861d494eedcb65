using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Lifecycles;

/// <summary>
/// Binds what triggers do. Effects run in order, so what an earlier one sets is recorded for the later ones.
/// </summary>
internal sealed class TriggerEffectBinder(ExpressionBinder expressions)
{
    /// <summary>The effects in order.</summary>
    /// <param name="effects">As written.</param>
    /// <param name="scope">What names mean in the body, once all guards have passed.</param>
    public IReadOnlyList<BoundEffect> Bind(IReadOnlyList<TriggerEffectSyntax> effects, ExpressionScope scope)
    {
        var bound = new List<BoundEffect>(effects.Count);
        foreach (var effect in effects)
        {
            if (Bind(effect, scope) is { } next)
            {
                bound.Add(next);
                scope = After(next, scope);
            }
        }

        return bound;
    }

    private static ExpressionScope After(BoundEffect effect, ExpressionScope scope)
    {
        if (effect is not BoundSetsFact sets)
        {
            return scope;
        }

        var key = Recorded.KeyOf(new FactExpression(sets.Fact, sets.Span))!;
        return Recorded.IsSure(sets.Value, scope.Settled)
            ? scope.With([key])
            : scope with { Settled = scope.Settled.Remove(key) };
    }

    private BoundEffect? Bind(TriggerEffectSyntax effect, ExpressionScope scope) => effect switch
    {
        DeadlineEffect deadline => new BoundDeadlineEffect(
            deadline.Kind,
            LifecycleNames.Deadlines(deadline.Deadlines, scope.Module),
            deadline.From is { } from ? expressions.BindAs(from, scope, RuleType.Date) : null,
            deadline.Span),
        ExtendsEffect extends => Extends(extends, scope),
        SetsEffect sets => Sets(sets, scope),
        _ => null,
    };

    private BoundExtendsEffect? Extends(ExtendsEffect syntax, ExpressionScope scope)
    {
        var by = expressions.BindAs(syntax.By, scope, RuleType.Duration);
        return LifecycleNames.Deadline(syntax.Deadline, scope.Module) is { } deadline
            ? new BoundExtendsEffect(deadline, by, syntax.Span)
            : null;
    }

    private BoundEffect? Sets(SetsEffect syntax, ExpressionScope scope)
    {
        switch (expressions.Bind(syntax.Path, scope))
        {
            case FactExpression { Fact: var fact }:
                var value = expressions.BindAs(syntax.Value, scope, fact.Type, fact.Path);
                return new BoundSetsFact(fact, value, syntax.Span);
            case CaseExpression { Property: CaseProperty.Holder } holder:
                return new BoundSetsHolder(
                    expressions.BindAs(syntax.Value, scope, holder.Type, syntax.Path.Text), syntax.Span);
            case ErrorBoundExpression:
                return null;
            default:
                // Only facts and the holder are written by triggers; all else follows from them.
                scope.Module.Findings.Report(RulesCodes.UnknownFact, syntax.Path.Span, syntax.Path.Text);
                return null;
        }
    }
}
