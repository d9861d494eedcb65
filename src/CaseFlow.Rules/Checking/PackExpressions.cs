using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;

namespace CaseFlow.Rules.Checking;

/// <summary>Lists every expression of a pack that may be evaluated.</summary>
internal static class PackExpressions
{
    /// <summary>All of them, each once.</summary>
    public static IEnumerable<BoundExpression> All(BoundPack pack)
    {
        var rules = pack.Definitions.Select(definition => definition.Value)
            .Concat(pack.Decisions.SelectMany(DecisionParts.Of));
        var steps = pack.Deadlines.SelectMany(Of)
            .Concat(pack.Lifecycles.SelectMany(Of))
            .Concat(pack.Ladders.SelectMany(Of));
        return rules.Concat(steps).Distinct<BoundExpression>(ReferenceEqualityComparer.Instance);
    }

    /// <summary>The expressions of a deadline.</summary>
    public static IEnumerable<BoundExpression> Of(BoundDeadline deadline) => deadline.Cap is { } cap
        ? [deadline.Anchor, cap.Times, cap.By]
        : [deadline.Anchor];

    /// <summary>The expressions of a lifecycle.</summary>
    public static IEnumerable<BoundExpression> Of(BoundLifecycle lifecycle) => lifecycle.Triggers
        .SelectMany(trigger => trigger.Versions)
        .SelectMany(TriggerParts.Expressions)
        .Prepend(lifecycle.For);

    /// <summary>The expressions of a ladder.</summary>
    public static IEnumerable<BoundExpression> Of(BoundLadder ladder) =>
        ladder.Steps.SelectMany(Of).Concat(ladder.StopsWhen is { } stops ? [stops] : []);

    private static IEnumerable<BoundExpression> Of(BoundLadderStep step)
    {
        var moment = step.Moment switch
        {
            ShareOfTerm share => [share.Percent],
            BeforeDue before => [before.Count],
            AfterDue after => [after.Count],
            EveryAfterDue every => new[] { every.Count, every.Times },
            _ => [],
        };
        var actions = step.Actions.SelectMany(action => action switch
        {
            RaisePriorityBoundAction raise => new[] { raise.By },
            DemandReportBoundAction demand => [demand.Within],
            _ => [],
        });
        return moment.Concat(actions).Concat(step.When is { } when ? [when] : []);
    }
}
