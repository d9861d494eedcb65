using System.Diagnostics;

namespace CaseFlow.Bench;

/// <summary>
/// Contestants take turns, so that a slow moment of the machine hits all of them; the median round counts.
/// </summary>
internal static class Rounds
{
    /// <summary>The median time of a round for each contestant, after one round that does not count.</summary>
    public static async Task<TimeSpan[]> MediansAsync(int rounds, params Func<Task>[] contestants)
    {
        var times = contestants.Select(_ => new List<TimeSpan>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var index = 0; index < contestants.Length; index++)
            {
                var watch = Stopwatch.StartNew();
                await contestants[index]();
                times[index].Add(watch.Elapsed);
            }
        }

        return [.. times.Select(all => Median(all.Skip(1)))];
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
