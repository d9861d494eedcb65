using System.Globalization;
using CaseFlow.Engine.Confidentiality;
using CaseFlow.Engine.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Bench.Storage;

/// <summary>
/// Durable commands on SQLite against the bare loop of the same statements: whole lives of cases, from opening to end.
/// The ports alone carry out what an engine recorded; the engine decides as well.
/// </summary>
internal static class StorageBenchmark
{
    private const int LivesInARound = 64;
    private const int RoundsCounted = 9;
    private const int CommandsInARound = LivesInARound * WorkingDesk.CommandsOfALife;

    public static async Task RunAsync(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-bench-");
        try
        {
            await MeasureAsync(folder.FullName, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, TextWriter output)
    {
        var lives = await RecordAsync((RoundsCounted + 1) * LivesInARound);
        var bareFiles = Files(folder, "bare");
        SqliteStorage.Open(bareFiles, TimeProvider.System).Dispose();
        using var bare = new BareLoop(bareFiles.CasesPath);
        using var ports = Open(folder, "ports");
        using var grouped = Open(folder, "grouped");
        using var engine = Open(folder, "engine");
        using var engineGrouped = Open(folder, "engine-grouped");

        var desk = Desk(engine);
        var deskGrouped = Desk(engineGrouped);
        var medians = await Rounds.MediansAsync(
            RoundsCounted,
            Turns(lives, life => RunBare(bare, life), atOnce: false),
            Turns(lives, life => WriteAsync(ports.Cases, life), atOnce: false),
            Turns(Numbers(lives), desk.LiveAsync, atOnce: false),
            Turns(lives, life => WriteAsync(grouped.Cases, life), atOnce: true),
            Turns(Numbers(lives), deskGrouped.LiveAsync, atOnce: true));

        string[] names =
        [
            "bare loop, one by one",
            "ports, one by one (reach >= 0.80)",
            "engine, one by one",
            $"ports, {LivesInARound} cases at once (reach >= 3.00)",
            $"engine, {LivesInARound} cases at once",
        ];
        foreach (var (name, time) in names.Zip(medians))
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-42} {CommandsInARound / time.TotalSeconds,8:0} commands/s   ratio {medians[0] / time:0.00}"));
        }
    }

    /// <summary>What an engine commits for each life, made once in memory.</summary>
    private static async Task<List<List<CaseCommit>>> RecordAsync(int count)
    {
        var store = new RecordingStore();
        var vault = new InMemoryIdentityVault(TimeProvider.System);
        var desk = new WorkingDesk(store, new InMemoryPackArchive(), vault);
        for (var life = 0; life < count; life++)
        {
            await desk.LiveAsync(life);
        }

        return [.. store.Commits.Chunk(WorkingDesk.CommandsOfALife).Select(life => life.ToList())];
    }

    /// <summary>Gives each round its own lives, either one after the other or all at once.</summary>
    private static Func<Task> Turns<T>(IReadOnlyList<T> lives, Func<T, Task> live, bool atOnce)
    {
        var round = 0;
        return async () =>
        {
            var turn = lives.Skip(LivesInARound * round++).Take(LivesInARound).ToArray();
            if (atOnce)
            {
                await Task.WhenAll(turn.Select(life => Task.Run(() => live(life))));
                return;
            }

            foreach (var life in turn)
            {
                await live(life);
            }
        };
    }

    private static Task RunBare(BareLoop bare, List<CaseCommit> life)
    {
        life.ForEach(bare.Run);
        return Task.CompletedTask;
    }

    private static async Task WriteAsync(ICaseStore cases, List<CaseCommit> life)
    {
        foreach (var commit in life)
        {
            await cases.FindReceiptAsync(commit.Receipt.Key, default);
            if (commit.ExpectedVersion > 0)
            {
                await cases.FindAsync(commit.Case.Id, default);
            }

            var outcome = await cases.CommitAsync(commit, default);
            if (outcome != CommitOutcome.Committed)
            {
                throw new InvalidOperationException($"the benchmark's own command met {outcome}");
            }
        }
    }

    private static IReadOnlyList<int> Numbers(List<List<CaseCommit>> lives) => [.. Enumerable.Range(0, lives.Count)];

    private static WorkingDesk Desk(SqliteStorage storage) => new(storage.Cases, storage.Packs, storage.Vault);

    private static SqliteStorage Open(string folder, string name) =>
        SqliteStorage.Open(Files(folder, name), TimeProvider.System);

    private static SqliteOptions Files(string folder, string name) => new() { Directory = Path.Combine(folder, name) };
}
