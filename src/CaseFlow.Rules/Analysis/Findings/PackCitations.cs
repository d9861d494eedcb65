using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Analysis.Findings;

/// <summary>Lists every citation of a pack but those of examples.</summary>
internal static class PackCitations
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Citation> All(BoundPack pack) => OfDeclarations(pack)
        .Concat(OfDecisions(pack))
        .Concat(OfLifecycles(pack));

    private static IEnumerable<Citation> OfDeclarations(BoundPack pack)
    {
        var fields = pack.FactRoots.SelectMany(root => root.Fields)
            .Concat(pack.Records.SelectMany(record => record.Fields));
        return fields.SelectMany(field => field.AssumedPer)
            .Concat(pack.Calendars.Keys.SelectMany(calendar => calendar.Cites))
            .Concat(pack.Parameters.SelectMany(parameter => parameter.Cites))
            .Concat(pack.Parameters.SelectMany(parameter => parameter.Values).SelectMany(value => value.Cites))
            .Concat(pack.Definitions.SelectMany(definition => definition.Cites));
    }

    private static IEnumerable<Citation> OfDecisions(BoundPack pack) => pack.Decisions
        .SelectMany(decision => decision.Rules)
        .SelectMany(rule => rule.Versions)
        .SelectMany(version => version.Cites)
        .Concat(pack.Decisions.SelectMany(decision => decision.Otherwise?.Cites ?? []))
        .Concat(pack.Decisions.SelectMany(decision => decision.Transitions).SelectMany(clause => clause.Cites));

    private static IEnumerable<Citation> OfLifecycles(BoundPack pack)
    {
        var bodies = pack.Lifecycles
            .SelectMany(lifecycle => lifecycle.Triggers)
            .SelectMany(trigger => trigger.Versions)
            .ToList();
        return bodies.SelectMany(body => body.Cites)
            .Concat(bodies.SelectMany(body => body.Guards).SelectMany(guard => guard.Cites))
            .Concat(pack.Lifecycles
                .SelectMany(lifecycle => lifecycle.States)
                .SelectMany(state => state.NoDeadline ?? []))
            .Concat(pack.Deadlines.SelectMany(deadline => deadline.Cites))
            .Concat(pack.Ladders.SelectMany(ladder => ladder.Cites))
            .Concat(pack.Ladders.SelectMany(ladder => ladder.Steps).SelectMany(step => step.Cites));
    }
}
