using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Bench.Storage;

/// <summary>
/// A durable command on SQLite (receipt looked up, case read, all of its commit written and synchronised) against the
/// bare loop of the same statements: alone, and with 64 commands under way at once.
/// </summary>
internal static class StorageBenchmark
{
    private const int Cases = 256;
    private const int CommandsInARound = 1024;
    private const int RoundsCounted = 9;
    private const int AtOnce = 64;

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
        var bareFiles = new SqliteOptions { Directory = Path.Combine(folder, "bare") };
        await OpenCasesAsync(bareFiles);
        var files = new SqliteOptions { Directory = Path.Combine(folder, "store") };
        await OpenCasesAsync(files);
        using var bare = new BareLoop(bareFiles.CasesPath);
        using var storage = SqliteStorage.Open(files, TimeProvider.System);
        var bareCommands = new CommandSource();
        var commands = new CommandSource();

        var medians = await Rounds.MediansAsync(
            RoundsCounted,
            () => RunBare(bare, bareCommands),
            () => RunOneByOneAsync(storage.Cases, commands, CommandsInARound),
            () => RunAtOnceAsync(storage.Cases, commands));

        Print(output, "bare loop, one by one", medians[0], medians[0]);
        Print(output, "CaseFlow, one by one (reach >= 0.80)", medians[1], medians[0]);
        Print(output, $"CaseFlow, {AtOnce} at once (reach >= 3.00)", medians[2], medians[0]);
    }

    private static async Task OpenCasesAsync(SqliteOptions files)
    {
        using var storage = SqliteStorage.Open(files, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, Cases).Select(number => Task.Run(async () =>
            await storage.Cases.CommitAsync(SampleCommand.Next(SampleCommand.Case(number), 0), default))));
    }

    private static Task RunBare(BareLoop bare, CommandSource commands)
    {
        for (var number = 0; number < CommandsInARound; number++)
        {
            bare.Run(commands.Next());
        }

        return Task.CompletedTask;
    }

    private static async Task RunOneByOneAsync(ICaseStore cases, CommandSource commands, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await ExecuteAsync(cases, commands.Next());
        }
    }

    private static Task RunAtOnceAsync(ICaseStore cases, CommandSource commands) => Task.WhenAll(
        Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() =>
            RunOneByOneAsync(cases, commands, CommandsInARound / AtOnce))));

    private static async Task ExecuteAsync(ICaseStore cases, CaseCommit command)
    {
        await cases.FindReceiptAsync(command.Receipt.Key, default);
        await cases.FindAsync(command.Case.Id, default);
        var outcome = await cases.CommitAsync(command, default);
        if (outcome != CommitOutcome.Committed)
        {
            throw new InvalidOperationException($"the benchmark's own command met {outcome}");
        }
    }

    private static void Print(TextWriter output, string name, TimeSpan time, TimeSpan floor) => output.WriteLine(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-40} {CommandsInARound / time.TotalSeconds,8:0} commands/s   ratio {floor / time:0.00}"));

    /// <summary>
    /// The next command of each case in turn; safe from any thread, no case twice among those under way.
    /// </summary>
    private sealed class CommandSource
    {
        private readonly int[] versions = [.. Enumerable.Repeat(2, Cases)];
        private readonly Lock gate = new();
        private int turn;

        public CaseCommit Next()
        {
            CaseId id;
            int version;
            lock (gate)
            {
                var number = turn++ % Cases;
                id = SampleCommand.Case(number);
                version = versions[number];
                versions[number] += 2;
            }

            return SampleCommand.Next(id, version);
        }
    }
}
