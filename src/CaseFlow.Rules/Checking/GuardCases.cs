using CaseFlow.Rules.Analysis.Conditions;
using CaseFlow.Rules.Analysis.Decisions;
using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Analysis.Witnesses;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Checking;

/// <summary>A condition and the days of the step on which it is asked.</summary>
internal readonly record struct AskedCondition(BoundExpression Condition, LawPeriod Period);

/// <summary>A step on which some conditions hold together.</summary>
/// <param name="Day">The day of the step; null where any day of the period will do.</param>
/// <param name="Case">What else must be so, in the author's names; empty where nothing.</param>
internal sealed record ConditionsMet(DateOnly? Day, string Case);

/// <summary>
/// Tells whether conditions can hold together in some case, by regions as the analysis of decisions does. Where that
/// takes too long, or something that the conditions read is at fault, demands on single values are compared instead.
/// </summary>
internal sealed class GuardCases(BoundPack pack, bool isSound)
{
    // Guards are a few comparisons; this is some ten milliseconds.
    private const long MostRegions = 20_000;

    private readonly Lazy<IReadOnlyDictionary<DecisionSymbol, BoundDecision>> _decisions =
        new(() => pack.Decisions.DistinctBy(item => item.Symbol).ToDictionary(item => item.Symbol));

    /// <summary>The guards of some bodies, and the condition of their lifecycle.</summary>
    public static IEnumerable<AskedCondition> Of(
        BoundLifecycle lifecycle, params IEnumerable<BoundTriggerBody> bodies) =>
        bodies.SelectMany(body => body.Guards)
            .Select(guard => new AskedCondition(guard.Condition, guard.Period))
            .Prepend(new AskedCondition(lifecycle.For, LawPeriod.Always));

    /// <summary>A step in a period on which all conditions hold; null where there is none.</summary>
    public ConditionsMet? Meet(LawPeriod period, IEnumerable<AskedCondition> conditions)
    {
        var all = conditions.ToList();
        if (isSound)
        {
            try
            {
                return ByRegions(period, all);
            }
            catch (BudgetSpentException)
            {
                return ByAtoms(period, all);
            }
        }

        return ByAtoms(period, all);
    }

    private static ConditionsMet? ByAtoms(LawPeriod period, IEnumerable<AskedCondition> conditions)
    {
        var atoms = conditions
            .Where(asked => asked.Period.Intersect(period) == period)
            .SelectMany(asked => Atoms.Of(asked.Condition))
            .ToList();
        return Atoms.Contradict(atoms) ? null : new ConditionsMet(null, "");
    }

    private ConditionsMet? ByRegions(LawPeriod period, IReadOnlyList<AskedCondition> conditions)
    {
        var decisions = new DecisionReader(_decisions.Value, new RegionBudget(MostRegions));
        var (space, span) = (decisions.Space, conditions[0].Condition.Span);
        var (reader, day) = decisions.OnTheDay(span);
        var met = conditions.Aggregate(day.In(period), (cases, asked) => space.And(
            cases, space.Or(reader.Truth(asked.Condition).Yes, space.Not(day.In(asked.Period)))));
        met = space.And(met, decisions.Variables.Known());
        return met == RegionSpace.Never ? null : Shown(decisions.Variables, span.File, Plainest(space, met));
    }

    private static Box Plainest(RegionSpace space, int met) =>
        new BoxWidening(space, met).Widen(Box.Of(space.WayIn(met)));

    private ConditionsMet Shown(Variables variables, string file, Box box)
    {
        var today = box.Sides.Keys.FirstOrDefault(level => variables[level].Expression is TodayBoundExpression, -1);
        var language = pack.Modules.FirstOrDefault(module => module.Path == file)?.Language ?? "en";
        var rest = box.Without(today);
        return new ConditionsMet(
            today < 0 ? null : new WitnessSearch(variables).Told(box).Today,
            rest.Sides.Count == 0 ? "" : new BoxText(variables, new ModuleWords(language)).Of(rest));
    }
}
