using System.Globalization;
using CaseFlow.Conformance;
using CaseFlow.Conformance.Workflows;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Storage.Committer;

/// <summary>
/// Commits of instances without end, by several clients on few instances, while another claims what is due, until the
/// process is killed.
/// </summary>
public static class WorkflowLoop
{
    private const int Clients = 8;
    private const int Instances = 6;

    public static async Task RunAsync(string folder, string prefix)
    {
        using var storage = SqliteStorage.Open(new SqliteOptions { Directory = folder }, TimeProvider.System);
        // Messages are of a case; a run before may have opened it.
        await storage.Cases.CommitAsync(Sample.Commit(Sample.Id(1), "open"), default);
        var acknowledged = TextWriter.Synchronized(Console.Out);
        var claiming = Task.Run(() => ClaimAsync(storage.Bookmarks));
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            for (var number = 0; ; number++)
            {
                var key = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{client}-{number}");
                await SendAsync(storage.Workflows, "w" + ((client + number) % Instances), key);
                await acknowledged.WriteLineAsync(key + CommitLoop.EndOfKey);
            }
        })).Append(claiming));
    }

    private static async Task ClaimAsync(IWorkflowQueue queue)
    {
        while (true)
        {
            foreach (var lease in await queue.ClaimDueAsync(Sample.Start, TimeSpan.FromMinutes(1), 2, default))
            {
                await queue.PostponeAsync(lease, Sample.Start, failed: true, default);
            }

            await Task.Yield();
        }
    }

    private static async Task SendAsync(IWorkflowStore workflows, string id, string key)
    {
        InstanceCommitOutcome outcome;
        do
        {
            var version = (await workflows.FindAsync(id, default))?.Version ?? 0;
            outcome = await workflows.CommitAsync(CommitOf(id, key, version), default);
        }
        while (outcome == InstanceCommitOutcome.VersionConflict);

        if (outcome != InstanceCommitOutcome.Committed)
        {
            throw new InvalidOperationException("a key of its own was refused: " + outcome);
        }
    }

    /// <summary>Burns the bookmark of the commit before it, and writes into every table.</summary>
    private static InstanceCommit CommitOf(string id, string key, int version) =>
        WorkflowSample.Commit(id, version) with
        {
            Key = key,
            Burnt = version == 0 ? [] : [version],
            Waiting = [WorkflowSample.Timer(id, version + 1, Sample.Start)],
            Journal = [WorkflowSample.Line(key), WorkflowSample.Line(key)],
            Incidents = [WorkflowSample.Incident(id, version + 1)],
            Tasks = [WorkflowSample.Task(id, version + 1)],
            Outbox = [Sample.Message(Sample.Id(1), 1, 1, Sample.Start) with { Key = id + "/" + key }],
        };
}
