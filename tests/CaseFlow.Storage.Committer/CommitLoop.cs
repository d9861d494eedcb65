using System.Globalization;
using CaseFlow.Conformance;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Storage.Committer;

/// <summary>Commands without end, by several clients on few cases, until the process is killed.</summary>
public static class CommitLoop
{
    /// <summary>Ends each printed key: a line that was torn by the kill lacks it.</summary>
    public const char EndOfKey = ';';

    private const int Clients = 8;
    private const int Cases = 6;

    public static async Task RunAsync(string folder, string prefix)
    {
        using var storage = SqliteStorage.Open(new SqliteOptions { Directory = folder }, TimeProvider.System);
        var acknowledged = TextWriter.Synchronized(Console.Out);
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var number = 0; ; number++)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{client}-{number}");
                await SendAsync(storage.Cases, Sample.Id(1 + ((client + number) % Cases)), key);
                await acknowledged.WriteLineAsync(key + EndOfKey);
            }
        })));
    }

    private static async Task SendAsync(ICaseStore cases, CaseId id, string key)
    {
        CommitOutcome outcome;
        do
        {
            var version = (await cases.FindAsync(id, default))?.Case.Version ?? 0;
            outcome = await cases.CommitAsync(
                Sample.Commit(id, key, version) with
                {
                    Deadlines = [Sample.Deadline(id, version + 1)],
                    Timers = [new TimerRow(id, "breach/" + key, Sample.Start.AddMinutes(version))],
                    Outbox = [Sample.Message(id, version + 1, 1, Sample.Start)],
                },
                default);
        }
        while (outcome == CommitOutcome.VersionConflict);

        if (outcome != CommitOutcome.Committed)
        {
            throw new InvalidOperationException("a key of its own was refused: " + outcome);
        }
    }
}
