namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>What was acknowledged of an instance is there after SIGKILL, once and whole.</summary>
public sealed class WorkflowCrashTests(ITestOutputHelper output)
{
    private const int Kills = 12;

    [Fact]
    public Task InstanceCommits_KilledAtRandomMoments_LoseAndDoubleNothing() =>
        new KilledCommitter(output, "commit-workflows", "workflow_receipts", MustBeWhole).KillAsync(Kills);

    private static void MustBeWhole(TemporaryFolder folder)
    {
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
