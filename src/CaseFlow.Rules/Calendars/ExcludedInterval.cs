namespace CaseFlow.Rules.Calendars;

/// <summary>Days that a running term does not count: a suspension, an obstacle, an expertise.</summary>
/// <param name="From">First day not counted.</param>
/// <param name="Before">The day after the last one not counted; on or before <paramref name="From"/> excludes
/// nothing.</param>
/// <param name="Reason">Why, in the words of whoever recorded it; shown in the day-by-day account.</param>
public readonly record struct ExcludedInterval(DateOnly From, DateOnly Before, string Reason)
{
    /// <summary>Whether a day is not counted.</summary>
    public bool Contains(DateOnly day) => day >= From && day < Before;

    /// <summary>The same days in order, without overlap, so that no day is given back twice.</summary>
    internal static IReadOnlyList<ExcludedInterval> Merge(IReadOnlyList<ExcludedInterval> intervals)
    {
        if (intervals.Count == 0)
        {
            return intervals;
        }

        var merged = new List<ExcludedInterval>(intervals.Count);
        foreach (var next in intervals.Where(interval => interval.Before > interval.From)
            .OrderBy(interval => interval.From))
        {
            if (merged.Count > 0 && next.From <= merged[^1].Before)
            {
                var last = merged[^1];
                merged[^1] = last with { Before = next.Before > last.Before ? next.Before : last.Before };
            }
            else
            {
                merged.Add(next);
            }
        }

        return merged;
    }
}
