namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>Promise P1 and P2: what was acknowledged is there after SIGKILL, once.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 24;

    [Fact]
    public Task Commits_KilledAtRandomMoments_LoseAndDoubleNothing() =>
        new KilledCommitter(output, "commit", "receipts", MustBeWhole).KillAsync(Kills);

    private static void MustBeWhole(TemporaryFolder folder)
    {
        folder.Ask("SELECT command_key FROM events GROUP BY command_key HAVING COUNT(*) > 1")
            .Should().BeEmpty("a key takes effect once");
        folder.Ask("SELECT key FROM receipts WHERE key NOT IN (SELECT command_key FROM events)").Should().BeEmpty();
        folder.Ask(
            "SELECT hex(id) FROM cases WHERE version <> (SELECT COUNT(*) FROM events WHERE case_id = id) "
            + "OR version <> (SELECT MAX(sequence) FROM events WHERE case_id = id) "
            + "OR version <> (SELECT COUNT(*) FROM deadlines WHERE case_id = id) "
            + "OR version <> (SELECT COUNT(*) FROM outbox WHERE case_id = id) "
            + "OR 1 <> (SELECT COUNT(*) FROM timers WHERE case_id = id)")
            .Should().BeEmpty("a commit is all or nothing and sequences have no gap");
    }
}
