using System.Collections.Immutable;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// CF3413: `starts` on a deadline that counts from a fact which nothing has set. Set is: a fact that is not optional
/// (without it the trigger is refused), one that the opening of the case counts a deadline from (it is given with the
/// opening), one that every way to the state has set, one that a guard of this body demands, and one that an earlier
/// effect of this body sets. A `sets` from an optional input counts: where the input is left out, the deadline starts
/// not, which is then the author's meaning. Of a definition one branch must be set.
/// </summary>
internal static class AnchorsSet
{
    // Definitions that branch into one another double the ways at each step; where there are more than these nothing is
    // said.
    private const int MostFollowed = 200;

    /// <summary>Checks one lifecycle.</summary>
    public static void Check(LifecycleGraph graph, DiagnosticBag findings)
    {
        if (graph.Initial is null)
        {
            return;
        }

        var opening = graph.Initial.Starts.Select(deadline => Recorded.KeyOf(deadline.Anchor)).OfType<string>();
        var surely = graph.Flow(
            opening.ToImmutableHashSet(StringComparer.Ordinal),
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
        return sets.Value is ConstantExpression { Value: MissingValue } ? known.Remove(key) : known.Add(key);
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
        foreach (var deadline in deadlines.Where(deadline => !IsSet(deadline.Anchor, known)))
        {
            findings.ReportWith(
                RulesCodes.AnchorNotSet,
                place.Span,
                [new RelatedPlace(deadline.Span, deadline.Name)],
                deadline,
                deadline.AnchorFact?.Path ?? AnchorName(deadline.Anchor),
                place.Name);
        }
    }

    private static bool IsSet(BoundExpression anchor, ImmutableHashSet<string> known)
    {
        var left = MostFollowed;
        return IsSet(anchor, known, ref left);
    }

    // Which branch of a definition counts is the case's business: one branch that is set is enough.
    private static bool IsSet(BoundExpression anchor, ImmutableHashSet<string> known, ref int left) =>
        --left <= 0 || anchor switch
        {
            _ when Recorded.IsSure(anchor, known) => true,
            DefinitionExpression definition => IsSet(definition.Definition.Value, known, ref left),
            ConditionalBoundExpression choice =>
                IsSet(choice.Then, known.Union(Recorded.WhenTrue(choice.Condition)), ref left)
                || IsSet(choice.Else, known, ref left),
            _ => false,
        };

    private static string AnchorName(BoundExpression anchor) =>
        anchor is DefinitionExpression definition ? definition.Definition.Name : anchor.Span.ToString();
}
