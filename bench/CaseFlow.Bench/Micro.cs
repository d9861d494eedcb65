using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace CaseFlow.Bench;

/// <summary>
/// Runs a class of micro-benchmarks in this process and prints one line each, with its ratio to the floor.
/// </summary>
internal static class Micro
{
    public static void Run<T>(TextWriter output, string floor)
        where T : new()
    {
        // A fault of the contestants themselves shows here; inside the runner it would only be a missing result.
        _ = new T();
        var config = ManualConfig.CreateEmpty()
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance))
            .WithOptions(ConfigOptions.DisableLogFile);
        var reports = BenchmarkRunner.Run<T>(config).Reports
            .ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name, StringComparer.Ordinal);
        var floorTime = reports[floor].ResultStatistics!.Median;
        foreach (var (name, report) in reports)
        {
            var time = report.ResultStatistics!.Median;
            var bytes = report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-24} {time,10:0.00} ns {bytes,8} B   {time / floorTime,8:0.0} x the floor"));
        }
    }
}
