using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Outlines;

/// <summary>Stretches of days: disjoint, the earliest first.</summary>
internal static class LawDays
{
    /// <summary>The days that lie in both.</summary>
    public static IReadOnlyList<LawPeriod> Common(IReadOnlyList<LawPeriod> one, IReadOnlyList<LawPeriod> other)
    {
        var common = new List<LawPeriod>();
        for (var (i, j) = (0, 0); i < one.Count && j < other.Count;)
        {
            var both = one[i].Intersect(other[j]);
            if (!both.IsEmpty)
            {
                common.Add(both);
            }

            // The stretch that ends first meets no further one.
            var isFirst = one[i].Before is { } end && (other[j].Before is not { } otherEnd || end <= otherEnd);
            (i, j) = isFirst ? (i + 1, j) : (i, j + 1);
        }

        return common;
    }

    /// <summary>The days that lie in any of several stretches, which may overlap and stand in any order.</summary>
    public static IReadOnlyList<LawPeriod> Joined(IEnumerable<LawPeriod> periods)
    {
        var joined = new List<LawPeriod>();
        foreach (var period in periods.Where(period => !period.IsEmpty).OrderBy(period => period.From))
        {
            if (joined.Count > 0 && (joined[^1].Before is not { } end || period.From <= end))
            {
                var last = joined[^1];
                joined[^1] = last with { Before = Later(last.Before, period.Before) };
                continue;
            }

            joined.Add(period);
        }

        return joined;
    }

    /// <summary>Whether every day of a period lies in the days.</summary>
    public static bool Cover(IReadOnlyList<LawPeriod> joined, LawPeriod period) =>
        period.IsEmpty || joined.Any(stretch => stretch.Intersect(period) == period);

    private static DateOnly? Later(DateOnly? one, DateOnly? other) =>
        one is { } a && other is { } b ? (a > b ? a : b) : null;
}
