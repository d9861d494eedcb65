using CaseFlow.Storage.Committer;

namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>What was acknowledged of an instance is there after SIGKILL, once and whole.</summary>
public sealed class WorkflowCrashTests(ITestOutputHelper output)
{
    private const int Kills = 12;
    private const int MostAcknowledgedInARound = 150;

    [Fact]
    public async Task InstanceCommits_KilledAtRandomMoments_LoseAndDoubleNothing()
    {
        var seed = Environment.TickCount;
        output.WriteLine("seed " + seed);
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        var acknowledged = new List<string>();

        for (var round = 0; round < Kills; round++)
        {
            var answers = random.Next(4) == 0 ? 0 : random.Next(1, MostAcknowledgedInARound);
            acknowledged.AddRange(await Committer.KillAsync("commit-workflows", folder.Path, "r" + round, answers));
            if (File.Exists(folder.Options.CasesPath))
            {
                MustBeSound(folder, acknowledged);
            }
        }

        output.WriteLine($"{Kills} kills, {acknowledged.Count} acknowledged");
        acknowledged.Should().NotBeEmpty();
    }

    private static void MustBeSound(TemporaryFolder folder, List<string> acknowledged)
    {
        folder.Open().Dispose();

        folder.Ask("PRAGMA integrity_check").Should().Equal("ok");
        folder.Ask("PRAGMA foreign_key_check").Should().BeEmpty();
        acknowledged.Except(folder.Ask("SELECT key FROM workflow_receipts").Cast<string>())
            .Should().BeEmpty("an acknowledged commit is never lost");
        folder.Ask("SELECT key FROM workflow_receipts GROUP BY key HAVING COUNT(*) > 1")
            .Should().BeEmpty("a key takes effect once");
        folder.Ask(
            "SELECT id FROM workflow_instances WHERE "
            + "version <> (SELECT COUNT(*) FROM workflow_receipts r WHERE r.instance = workflow_instances.number) "
            + "OR version <> last_bookmark "
            + "OR version * 2 <> last_line "
            + "OR last_line <> (SELECT COUNT(*) FROM workflow_journal j WHERE j.instance = workflow_instances.number) "
            + "OR last_line <> (SELECT MAX(line) FROM workflow_journal j WHERE j.instance = workflow_instances.number) "
            + "OR version <> (SELECT COUNT(*) FROM workflow_incidents n WHERE n.instance = workflow_instances.number) "
            + "OR version <> (SELECT COUNT(*) FROM outbox WHERE key LIKE workflow_instances.id || '/%') "
            + "OR 1 <> (SELECT COUNT(*) FROM workflow_bookmarks b WHERE b.instance = workflow_instances.number "
            + "AND b.number = version) "
            + "OR 1 <> (SELECT COUNT(*) FROM workflow_tasks t WHERE t.instance = workflow_instances.number "
            + "AND t.bookmark = version)")
            .Should().BeEmpty("a commit is all or nothing");
        folder.Ask("SELECT COUNT(*) - (SELECT COUNT(*) FROM workflow_instances) FROM workflow_bookmarks")
            .Should().Equal(0L);
    }
}
