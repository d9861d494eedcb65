using System.Diagnostics;
using System.Globalization;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Bench.Workflows;

/// <summary>
/// A process whose store holds 1,000,000 suspended instances, beside one whose store holds none: what memory it takes,
/// and how long it looks for what is due or awaited.
/// </summary>
internal static class MillionBenchmark
{
    private const int Instances = 1_000_000;
    private const int InATransaction = 5_000;
    private const int Turns = 25;

    public static async Task RunAsync(string folder, TextWriter output)
    {
        var (empty, full) = (Files(folder, "empty"), Files(folder, "full"));
        SqliteStorage.Open(empty, TimeProvider.System).Dispose();
        SqliteStorage.Open(full, TimeProvider.System).Dispose();
        Fill(full);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"1,000,000 suspended: file of {new FileInfo(full.CasesPath).Length / 1e6:0} MB"));
        foreach (var (name, files) in new[] { ("none suspended", empty), ("1,000,000 suspended", full) })
        {
            output.WriteLine(name);
            output.Write(await InAProcessOfItsOwnAsync(files.Directory));
        }
    }

    /// <summary>What the process measures of itself.</summary>
    public static async Task RunInsideAsync(string folder, TextWriter output)
    {
        using var storage = SqliteStorage.Open(new SqliteOptions { Directory = folder }, TimeProvider.System);
        Memory(output, "opened");
        await TimedAsync(output, "first claim", () => ClaimAsync(storage.Bookmarks, 0), turns: 1);
        var turn = 1;
        await TimedAsync(output, "claim of one", () => ClaimAsync(storage.Bookmarks, turn++), Turns);
        await TimedAsync(output, "next due", async () => await storage.Bookmarks.NextDueAsync(default), Turns);
        await TimedAsync(output, "find and burn", () => ResumeAsync(storage, turn++), Turns);
        await TimedAsync(
            output,
            "newest page",
            async () => await storage.Workflows.ListAsync(new InstanceQuery(null, null, null, null, 200), default),
            Turns);
        Memory(output, "at the end");
    }

    /// <summary>One instance is due each minute, beginning with the start.</summary>
    private static void Fill(SqliteOptions files)
    {
        using var bare = new BareInstances(files.CasesPath);
        for (var life = 0; life < Instances;)
        {
            bare.Begin();
            for (var end = life + InATransaction; life < end; life++)
            {
                // Scattered, as due moments are: not in the order in which instances began.
                var minute = (int)((life * 7_368_787L) % Instances);
                bare.Store(InstanceLives.Suspended(life, InstanceLives.Start.AddMinutes(minute)));
            }

            bare.Commit();
        }
    }

    private static async Task<IReadOnlyList<BookmarkLease>> ClaimAsync(IWorkflowQueue queue, int minute) =>
        await queue.ClaimDueAsync(InstanceLives.Start.AddMinutes(minute), TimeSpan.FromDays(7), 50, default);

    private static async Task ResumeAsync(SqliteStorage storage, int minute)
    {
        foreach (var lease in await ClaimAsync(storage.Bookmarks, minute))
        {
            await storage.Workflows.FindAsync(lease.Bookmark.InstanceId, default);
            await storage.Workflows.CommitAsync(InstanceLives.Resumed(lease.Bookmark.InstanceId), default);
        }
    }

    private static async Task TimedAsync(TextWriter output, string name, Func<Task> act, int turns)
    {
        var times = new List<double>();
        for (var turn = 0; turn < turns; turn++)
        {
            var watch = Stopwatch.StartNew();
            await act();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {name,-14} {times[turns / 2],8:0.00} ms, longest {times[^1]:0.00} ms"));
    }

    private static void Memory(TextWriter output, string name)
    {
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {name,-14} {process.WorkingSet64 / 1e6,8:0.0} MB resident"));
    }

    private static async Task<string> InAProcessOfItsOwnAsync(string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true, UseShellExecute = false,
            ArgumentList = { typeof(MillionBenchmark).Assembly.Location, "instances-inside", folder },
        };
        using var process = Process.Start(start)!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return text;
    }

    private static SqliteOptions Files(string folder, string name) => new() { Directory = Path.Combine(folder, name) };
}
