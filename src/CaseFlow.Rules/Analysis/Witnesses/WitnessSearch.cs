using CaseFlow.Rules.Analysis.Regions;
using CaseFlow.Rules.Binding.Expressions;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>
/// Finds a case in a box and has it evaluated: a finding is told as certain only where the interpreter agrees. Values
/// of what is told are taken from the box; for what is free, values of the facts below it are tried out.
/// </summary>
internal sealed class WitnessSearch(Variables variables)
{
    // Enough for a handful of facts with a few values each; what it does not find is told as possible.
    private const int MostTries = 400;

    /// <summary>A case of the box for which a claim holds, or null where none was found.</summary>
    public CaseSketch? Find(Box box, Func<CaseSketch, bool> claim)
    {
        var sketch = Told(box);
        if (claim(sketch))
        {
            return sketch;
        }

        var places = PlacesBelow(box);
        return Tries(sketch, Choices(places, box), MostTries).FirstOrDefault(claim)
            ?? FullyTold(sketch, box, claim);
    }

    /// <summary>The plainest case of a box.</summary>
    public CaseSketch Told(Box box)
    {
        var sketch = CaseSketch.Empty;
        foreach (var (level, stretches) in box.Sides.OrderBy(side => side.Key))
        {
            if (variables[level] is { Kind: VariableKind.Told } variable)
            {
                sketch = sketch.With(variable.Expression, Points.On(variable, stretches[0]).First());
            }
        }

        return sketch;
    }

    // Whatever else the decision may read is told as well: some things are settled only by values, not by what is
    // unknown.
    private CaseSketch? FullyTold(CaseSketch sketch, Box box, Func<CaseSketch, bool> claim)
    {
        foreach (var variable in variables.All.Where(variable => !box.Sides.ContainsKey(variable.Level)))
        {
            sketch = variable.Kind == VariableKind.Told
                ? sketch.With(variable.Expression, Points.On(variable, new Stretch(null, null)).First())
                : Choices(PlacesOf(variable), box).Where(choice => sketch[choice.Place] is null)
                    .Aggregate(sketch, (told, choice) => told.With(choice.Place, choice.Values[0]));
        }

        return claim(sketch)
            ? sketch
            : Tries(sketch, Choices(PlacesBelow(box), box), MostTries).FirstOrDefault(claim);
    }

    // What is told below the free variables of a box.
    private List<BoundExpression> PlacesBelow(Box box) =>
    [
        .. box.Sides.Keys.Select(level => variables[level])
            .Where(variable => variable.Kind != VariableKind.Told)
            .SelectMany(PlacesOf)
            .DistinctBy(Conditions.ExpressionKey.Of),
    ];

    private static IEnumerable<BoundExpression> PlacesOf(Variable variable) => ToldPlaces.In(variable.Expression)
        .Concat(variable.Other is { } other ? ToldPlaces.In(other) : []);

    private List<(BoundExpression Place, IReadOnlyList<Facts.Value> Values)> Choices(
        IEnumerable<BoundExpression> places, Box box)
    {
        var values = new PlaceValues(variables, box);
        return [.. places.Select(place => (place, values.Of(place))).Where(choice => choice.Item2.Count > 0)];
    }

    // All combinations, the first place changing fastest.
    private static IEnumerable<CaseSketch> Tries(
        CaseSketch sketch, List<(BoundExpression Place, IReadOnlyList<Facts.Value> Values)> choices, int most)
    {
        var all = choices.Aggregate(1L, (count, choice) => Math.Min(count * choice.Values.Count, most));
        for (var number = 0L; number < all; number++)
        {
            var (next, rest) = (sketch, number);
            foreach (var (place, values) in choices)
            {
                next = next.With(place, values[(int)(rest % values.Count)]);
                rest /= values.Count;
            }

            yield return next;
        }
    }
}
