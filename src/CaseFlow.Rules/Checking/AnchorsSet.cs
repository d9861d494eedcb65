using System.Collections.Immutable;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3413: `starts` on a deadline that counts from a fact which may still be missing. Sure is: a fact that is not optional (without
/// it the trigger is refused), one that every way to the state has set, one that a guard of this body demands, and one that an
/// earlier effect of this body sets.
/// </summary>
internal static class AnchorsSet
{
    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, DiagnosticBag findings)
    {
        if (graph.Initial is null)
        {
            return;
        }

        CheckStarts(graph.Initial.Starts, [], (graph.Initial.Name, graph.Initial.Span), findings);
        var surely = graph.Flow(
            ImmutableHashSet<string>.Empty,
            (edge, before) => After(edge.Body, before),
            (left, right) => left.Intersect(right),
            (left, right) => left.SetEquals(right));
        foreach (var edge in graph.Edges)
        {
            CheckBody(edge, surely[edge.From], findings);
        }
    }

    private static ImmutableHashSet<string> After(BoundTriggerBody body, ImmutableHashSet<string> before) =>
        body.Effects.Aggregate(before.Union(Guarded(body)), After);

    private static ImmutableHashSet<string> After(ImmutableHashSet<string> known, BoundEffect effect)
    {
        if (effect is not BoundSetsFact sets)
        {
            return known;
        }

        var key = Recorded.KeyOf(new FactExpression(sets.Fact, sets.Span))!;
        return IsSure(sets.Value, known) ? known.Add(key) : known.Remove(key);
    }

    private static IEnumerable<string> Guarded(BoundTriggerBody body) => body.Guards
        .Where(guard => guard.Period.Intersect(body.Period) == body.Period)
        .SelectMany(guard => Recorded.WhenTrue(guard.Condition));

    private static void CheckBody(LifecycleEdge edge, ImmutableHashSet<string> known, DiagnosticBag findings)
    {
        known = known.Union(Guarded(edge.Body));
        foreach (var effect in edge.Body.Effects)
        {
            if (effect is BoundDeadlineEffect { Kind: DeadlineEffectKind.Starts } starts)
            {
                CheckStarts(starts.Deadlines, known, (edge.Trigger.Name, starts.Span), findings);
            }

            known = After(known, effect);
        }
    }

    private static void CheckStarts(
        IEnumerable<BoundDeadline> deadlines,
        ImmutableHashSet<string> known,
        (string Name, SourceSpan Span) place,
        DiagnosticBag findings)
    {
        foreach (var deadline in deadlines.Where(deadline => !IsSure(deadline.Anchor, known)))
        {
            findings.ReportWith(
                RulesCodes.AnchorNotSet,
                place.Span,
                [new RelatedPlace(deadline.Span, deadline.Name)],
                deadline.Name,
                deadline.AnchorFact?.Path ?? AnchorName(deadline.Anchor),
                place.Name);
        }
    }

    private static string AnchorName(BoundExpression anchor) =>
        anchor is DefinitionExpression definition ? definition.Definition.Name : anchor.Span.ToString();

    // Whether a value is surely there, given what is known to be recorded.
    private static bool IsSure(BoundExpression value, ImmutableHashSet<string> known)
    {
        if (Recorded.KeyOf(value) is { } key && known.Contains(key))
        {
            return true;
        }

        return value switch
        {
            ConstantExpression constant => constant.Value is not MissingValue,
            DefinitionExpression definition => !definition.Type.Optional || IsSure(definition.Definition.Value, known),
            ConditionalBoundExpression conditional => IsSure(conditional, known),
            DateSumExpression sum => IsSure(sum.Date, known) && IsSure(sum.Duration, known),
            _ => !value.Type.Optional,
        };
    }

    private static bool IsSure(ConditionalBoundExpression conditional, ImmutableHashSet<string> known) =>
        IsKnownTrue(conditional.Condition, known)
            ? IsSure(conditional.Then, known)
            : IsSure(conditional.Then, known.Union(Recorded.WhenTrue(conditional.Condition)))
              && IsSure(conditional.Else, known.Union(Recorded.WhenFalse(conditional.Condition)));

    private static bool IsKnownTrue(BoundExpression condition, ImmutableHashSet<string> known) => condition
        is MissingTestBoundExpression { IsRecorded: true } test
        && Recorded.KeyOf(test.Operand) is { } key
        && known.Contains(key);
}
