namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>Promise P1 and P2: what was acknowledged is there after SIGKILL, once.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Kills = 24;
    private const int MostAcknowledgedInARound = 150;

    [Fact]
    public async Task Commits_KilledAtRandomMoments_LoseAndDoubleNothing()
    {
        var seed = Environment.TickCount;
        output.WriteLine("seed " + seed);
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        var acknowledged = new List<string>();

        for (var round = 0; round < Kills; round++)
        {
            // A quarter of them before the first answer: while the process starts, opens or recovers.
            var answers = random.Next(4) == 0 ? 0 : random.Next(1, MostAcknowledgedInARound);
            acknowledged.AddRange(await Committer.KillAsync("commit", folder.Path, "r" + round, answers));
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
        // Opened by the product first: recovery and the lock of a dead process are part of the promise.
        folder.Open().Dispose();

        folder.Ask("PRAGMA integrity_check").Should().Equal("ok");
        folder.Ask("PRAGMA foreign_key_check").Should().BeEmpty();
        acknowledged.Except(folder.Ask("SELECT key FROM receipts").Cast<string>())
            .Should().BeEmpty("an acknowledged command is never lost");
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
