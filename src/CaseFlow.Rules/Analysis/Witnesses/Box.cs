using CaseFlow.Rules.Analysis.Regions;

namespace CaseFlow.Rules.Analysis.Witnesses;

/// <summary>A stretch of a line of values; null: from its start, to its end.</summary>
internal readonly record struct Stretch(Cut? From, Cut? To);

/// <summary>
/// A set of cases that can be told in a few words: for some variables, the stretches on which they lie; the others do
/// not matter.
/// </summary>
/// <param name="Sides">The stretches of each variable, by level, rising.</param>
internal sealed record Box(IReadOnlyDictionary<int, IReadOnlyList<Stretch>> Sides)
{
    /// <summary>Conditions that hold, or do not, in all of its cases besides.</summary>
    public IReadOnlyList<(NamedCondition Condition, bool Holds)> Conditions { get; init; } = [];

    /// <summary>The box of one way into a set.</summary>
    public static Box Of(IEnumerable<(int Level, Cut? From, Cut? To)> way) => new(
        way.ToDictionary(side => side.Level, side => (IReadOnlyList<Stretch>)[new Stretch(side.From, side.To)]));

    /// <summary>The same box without a variable.</summary>
    public Box Without(int level) => this with { Sides = Sides.Where(side => side.Key != level).ToDictionary() };

    /// <summary>The same box with other stretches of a variable.</summary>
    public Box With(int level, IReadOnlyList<Stretch> stretches) =>
        this with { Sides = new Dictionary<int, IReadOnlyList<Stretch>>(Sides) { [level] = stretches } };

    /// <summary>The same box where a condition holds, or does not.</summary>
    public Box With(NamedCondition condition, bool holds) =>
        this with { Conditions = [.. Conditions, (condition, holds)] };

    /// <summary>Its cases.</summary>
    public int In(RegionSpace space) => Sides
        .OrderByDescending(side => side.Key)
        .Select(side => space.Any(
            [.. side.Value.Select(stretch => space.Between(side.Key, stretch.From, stretch.To))]))
        .Concat(Conditions.Select(item => item.Holds ? item.Condition.Yes : item.Condition.No))
        .Aggregate(RegionSpace.Always, (rest, side) => space.And(side, rest));
}
