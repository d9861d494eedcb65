using System.Diagnostics;
using System.Globalization;
using CaseFlow.Rules.Evaluation;

namespace CaseFlow.Bench.Decisions;

/// <summary>
/// A pack of 500 rules (ten decisions of fifty) in processes of their own, where nothing is warm: how long until the
/// interpreter answers, how long the code takes, how much the pack holds. The floor is loading a pack of one decision
/// of fifty rules, which warms the loader.
/// </summary>
internal static class StartBenchmark
{
    private const int Rounds = 7;
    private const int Decisions = 10;
    private static readonly string[] Names = ["load 50 rules", "load 500 rules", "first answer", "compile", "holds"];

    /// <summary>Runs the processes and prints the median of each figure, wall and processor time.</summary>
    public static async Task RunAsync(TextWriter output)
    {
        var rounds = new List<double[]>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await OnceAsync());
        }

        for (var index = 0; index < Names.Length; index++)
        {
            var (wall, cpu) = (Median(rounds, index * 2), Median(rounds, index * 2 + 1));
            output.WriteLine(index == Names.Length - 1
                ? string.Create(CultureInfo.InvariantCulture, $"{Names[index],-16} {wall,8:0.0} MB")
                : string.Create(
                    CultureInfo.InvariantCulture, $"{Names[index],-16} {wall,8:0.0} ms, processor {cpu,8:0.0} ms"));
        }
    }

    /// <summary>What one process measures of itself: pairs of wall and processor time, then megabytes.</summary>
    public static void RunInside(TextWriter output)
    {
        var figures = new List<double>();
        Timed(figures, () => FiftyRules.Load(1));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var pack = Timed(figures, () => FiftyRules.Load(Decisions));
        var compiled = Timed(figures, () => Answered(new CompiledPack(pack)));
        Timed(figures, () =>
        {
            compiled.Prepare();
            return compiled;
        });
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(compiled);
        figures.AddRange([(after - before) / 1e6, 0]);
        output.WriteLine(string.Join(' ', figures.Select(one => one.ToString("R", CultureInfo.InvariantCulture))));
    }

    private static CompiledPack Answered(CompiledPack pack)
    {
        var evaluation = pack.Evaluate(
            FiftyRules.Facts(pack.Pack), new EvaluationContext(new DateOnly(2026, 7, 6)));
        return evaluation.DecideAll().All(outcome => outcome.Status == OutcomeStatus.Decided)
            ? pack
            : throw new InvalidOperationException("a case is not decided");
    }

    private static T Timed<T>(List<double> figures, Func<T> act)
    {
        var (watch, used) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var result = act();
        figures.AddRange([
            watch.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - used).TotalMilliseconds]);
        return result;
    }

    private static async Task<double[]> OnceAsync()
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true, UseShellExecute = false,
            ArgumentList = { typeof(StartBenchmark).Assembly.Location, "start-inside" },
        };
        using var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return [.. line.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
    }

    private static double Median(List<double[]> rounds, int figure) =>
        rounds.Select(round => round[figure]).Order().ElementAt(rounds.Count / 2);
}
