using System.Globalization;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Bench.Workflows;

/// <summary>
/// Durable commits of instances, and the store's part of a resume (claim, read, commit), against the bare loop of the
/// same statements.
/// </summary>
internal static class InstanceBenchmark
{
    private const int LivesInARound = 96;
    private const int ResumesInARound = 128;
    private const int ClaimedAtOnce = 16;
    private const int RoundsCounted = 9;

    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-bench-");
        try
        {
            await CommitsAsync(folder.FullName, output);
            await ResumesAsync(folder.FullName, output);
            await MillionBenchmark.RunAsync(folder.FullName, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CommitsAsync(string folder, TextWriter output)
    {
        using var bare = Bare(folder, "bare");
        using var ports = Open(folder, "ports");
        using var grouped = Open(folder, "grouped");
        var memory = new InMemoryWorkflowStore(new InMemoryCaseStore());
        var medians = await Rounds.MediansAsync(
            RoundsCounted,
            Lives(life => RunBare(bare, life), atOnce: false),
            Lives(life => WriteAsync(ports.Workflows, life), atOnce: false),
            Lives(life => WriteAsync(grouped.Workflows, life), atOnce: true),
            Lives(life => WriteAsync(memory, life), atOnce: false));
        string[] names =
        [
            "commits, bare loop, one by one",
            "commits, ports, one by one",
            $"commits, ports, {LivesInARound} instances at once",
            "commits, in memory, one by one",
        ];
        Print(output, names, medians, LivesInARound * InstanceLives.CommitsOfALife);
    }

    private static async Task ResumesAsync(string folder, TextWriter output)
    {
        using var bare = Bare(folder, "bare-resume");
        using var ports = Open(folder, "ports-resume");
        using var grouped = Open(folder, "grouped-resume");
        var memory = new InMemoryWorkflowStore(new InMemoryCaseStore());
        for (var life = 0; life < (RoundsCounted + 1) * ResumesInARound; life++)
        {
            var suspended = InstanceLives.Suspended(life, InstanceLives.Start);
            bare.Run(suspended);
            await ports.Workflows.CommitAsync(suspended, default);
            await grouped.Workflows.CommitAsync(suspended, default);
            await memory.CommitAsync(suspended, default);
        }

        var bareRound = 0;
        var medians = await Rounds.MediansAsync(
            RoundsCounted,
            () => ResumeBare(bare, bareRound++),
            () => ResumeAsync(ports.Workflows, ports.Bookmarks, atOnce: false),
            () => ResumeAsync(grouped.Workflows, grouped.Bookmarks, atOnce: true),
            () => ResumeAsync(memory, memory, atOnce: false));
        string[] names =
        [
            "resumes, bare loop, one by one",
            "resumes, ports, one by one",
            $"resumes, ports, {ClaimedAtOnce} at once",
            "resumes, in memory, one by one",
        ];
        Print(output, names, medians, ResumesInARound);
    }

    private static void Print(TextWriter output, string[] names, TimeSpan[] medians, int count)
    {
        foreach (var (name, time) in names.Zip(medians))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-42} {count / time.TotalSeconds,9:0} a second   ratio {medians[0] / time:0.00}"));
        }
    }

    private static Func<Task> Lives(Func<List<InstanceCommit>, Task> live, bool atOnce)
    {
        var first = 0;
        return async () =>
        {
            var lives = Enumerable.Range(first, LivesInARound).Select(InstanceLives.Of).ToArray();
            first += LivesInARound;
            if (atOnce)
            {
                await Task.WhenAll(lives.Select(life => Task.Run(() => live(life))));
                return;
            }

            foreach (var life in lives)
            {
                await live(life);
            }
        };
    }

    private static Task RunBare(BareInstances bare, List<InstanceCommit> life)
    {
        life.ForEach(bare.Run);
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(IWorkflowStore workflows, List<InstanceCommit> life)
    {
        foreach (var commit in life)
        {
            if (commit.ExpectedVersion > 0)
            {
                await workflows.FindAsync(commit.Instance.Id, default);
            }

            await MustAsync(workflows, commit);
        }
    }

    private static Task ResumeBare(BareInstances bare, int round)
    {
        for (var done = 0; done < ResumesInARound; done += ClaimedAtOnce)
        {
            bare.Claim(InstanceLives.Start, ClaimedAtOnce);
            for (var index = 0; index < ClaimedAtOnce; index++)
            {
                var life = (round * ResumesInARound) + done + index;
                bare.Run(InstanceLives.Resumed(InstanceLives.Of(life)[0].Instance.Id));
            }
        }

        return Task.CompletedTask;
    }

    private static async Task ResumeAsync(IWorkflowStore workflows, IWorkflowQueue queue, bool atOnce)
    {
        for (var done = 0; done < ResumesInARound; done += ClaimedAtOnce)
        {
            var claimed = await queue.ClaimDueAsync(
                InstanceLives.Start, TimeSpan.FromMinutes(1), ClaimedAtOnce, default);
            var resumes = claimed.Select(lease => lease.Bookmark.InstanceId);
            if (atOnce)
            {
                await Task.WhenAll(resumes.Select(id => Task.Run(() => ResumeAsync(workflows, id))));
                continue;
            }

            foreach (var id in resumes)
            {
                await ResumeAsync(workflows, id);
            }
        }
    }

    private static async Task ResumeAsync(IWorkflowStore workflows, string id)
    {
        await workflows.FindAsync(id, default);
        await MustAsync(workflows, InstanceLives.Resumed(id));
    }

    private static async Task MustAsync(IWorkflowStore workflows, InstanceCommit commit)
    {
        var outcome = await workflows.CommitAsync(commit, default);
        if (outcome != InstanceCommitOutcome.Committed)
        {
            throw new InvalidOperationException($"the benchmark's own commit met {outcome}");
        }
    }

    private static BareInstances Bare(string folder, string name)
    {
        var files = Files(folder, name);
        SqliteStorage.Open(files, TimeProvider.System).Dispose();
        return new BareInstances(files.CasesPath);
    }

    private static SqliteStorage Open(string folder, string name) =>
        SqliteStorage.Open(Files(folder, name), TimeProvider.System);

    private static SqliteOptions Files(string folder, string name) => new() { Directory = Path.Combine(folder, name) };
}
