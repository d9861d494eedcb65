using System.Globalization;

namespace CaseFlow.Bench;

/// <summary>
/// What contestants cost in processor time, which says the same on a busy machine as on a quiet one. They take turns,
/// and the median round counts.
/// </summary>
internal static class ProcessorTime
{
    private const int Rounds = 15;
    private const int WarmUps = 3;
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(150);

    /// <summary>Prints a line for each contestant with its ratio to the first, the floor.</summary>
    public static void Run(TextWriter output, params (string Name, Func<int> Once)[] contestants)
    {
        var times = contestants.Select(_ => new List<double>()).ToArray();
        var bytes = new double[contestants.Length];
        for (var round = 0; round < Rounds + WarmUps; round++)
        {
            for (var index = 0; index < contestants.Length; index++)
            {
                var (time, allocated) = Measure(contestants[index].Once);
                times[index].Add(time);
                bytes[index] = allocated;
            }
        }

        var medians = times.Select(all => all.Skip(WarmUps).Order().ElementAt(Rounds / 2)).ToArray();
        for (var index = 0; index < contestants.Length; index++)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{contestants[index].Name,-28} {medians[index],10:0.0} ns {bytes[index],9:0.0} B   ")
                + string.Create(CultureInfo.InvariantCulture, $"{medians[index] / medians[0],8:0.0} x the floor"));
        }
    }

    private static (double Nanoseconds, double Bytes) Measure(Func<int> once)
    {
        var (done, batch, sink) = (0L, 1, 0);
        var (start, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        TimeSpan used;
        do
        {
            for (var turn = 0; turn < batch; turn++)
            {
                sink ^= once();
            }

            done += batch;
            batch = Math.Min(batch * 2, 1 << 16);
            used = Environment.CpuUsage.TotalTime - start;
        }
        while (used < Round);
        GC.KeepAlive(sink);
        return (used.TotalNanoseconds / done, (double)(GC.GetAllocatedBytesForCurrentThread() - allocated) / done);
    }
}
