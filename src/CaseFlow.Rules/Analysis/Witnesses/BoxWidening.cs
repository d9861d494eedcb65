using CaseFlow.Rules.Analysis.Regions;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>
/// Widens a box inside a set as far as it goes: variables that do not matter are dropped, stretches that belong are
/// added, so that one finding tells all of what is wrong in one place.
/// </summary>
internal sealed class BoxWidening(RegionSpace space, int set)
{
    private readonly int _outside = space.Not(set);

    /// <summary>
    /// The widest box found around one inside the set, told by conditions where one says what several facts say.
    /// </summary>
    public Box Widen(Box box, IEnumerable<NamedCondition> conditions) =>
        Widen(conditions.Aggregate(box, Named));

    /// <summary>The widest box found around one inside the set.</summary>
    public Box Widen(Box box) => box.Sides.Keys.OrderDescending().Aggregate(box, (next, level) =>
    {
        var without = next.Without(level);
        var hole = space.Along(level, space.And(without.In(space), _outside));
        return hole == RegionSpace.Never ? without : next.With(level, Stretches(space.Not(hole)));
    });

    /// <summary>The same box without the stretches on which it has nothing of what is left to tell.</summary>
    public Box Narrow(Box box, int left) => box.Sides.Keys.Aggregate(box, (next, level) =>
    {
        var needed = space.Along(level, space.And(next.In(space), left));
        return needed == RegionSpace.Always ? next : next.With(level, Stretches(needed));
    });

    private Box Named(Box box, NamedCondition condition)
    {
        var node = box.In(space);
        var (holds, fails) = (space.AreApart(node, condition.No), space.AreApart(node, condition.Yes));
        if (holds == fails)
        {
            return box;
        }

        var named = condition.Levels.Where(box.Sides.ContainsKey).Aggregate(
            box.With(condition, holds),
            (next, level) => next.Without(level) is var without && IsInside(without) ? without : next);
        return named.Sides.Count < box.Sides.Count - 1 ? named : box;
    }

    private bool IsInside(Box box) => space.AreApart(box.In(space), _outside);

    private List<Stretch> Stretches(int line)
    {
        var asked = space[line];
        var stretches = new List<Stretch>();
        for (var place = 0; place < asked.Children.Length; place++)
        {
            if (asked.Children[place] == RegionSpace.Always)
            {
                stretches.Add(new Stretch(
                    place == 0 ? null : asked.Cuts[place - 1],
                    place == asked.Cuts.Length ? null : asked.Cuts[place]));
            }
        }

        return stretches;
    }
}
