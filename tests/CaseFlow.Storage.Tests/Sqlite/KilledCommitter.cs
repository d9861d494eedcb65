namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>
/// Promise P1 and P2: a process that commits is killed again and again, and after each kill what it acknowledged must
/// be there, once and whole.
/// </summary>
/// <param name="output">Told the seed and the figures.</param>
/// <param name="verb">What the committer does.</param>
/// <param name="receipts">The table of the keys that took effect.</param>
/// <param name="mustBeWhole">What must hold of the database after a kill, besides the receipts.</param>
internal sealed class KilledCommitter(
    ITestOutputHelper output, string verb, string receipts, Action<TemporaryFolder> mustBeWhole)
{
    private const int MostAcknowledgedInARound = 150;

    /// <summary>Kills it so many times, at random moments.</summary>
    public async Task KillAsync(int kills)
    {
        var seed = Environment.TickCount;
        output.WriteLine("seed " + seed);
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        var acknowledged = new List<string>();

        for (var round = 0; round < kills; round++)
        {
            // A quarter of them before the first answer: while the process starts, opens or recovers.
            var answers = random.Next(4) == 0 ? 0 : random.Next(1, MostAcknowledgedInARound);
            acknowledged.AddRange(await Committer.KillAsync(verb, folder.Path, "r" + round, answers));
            if (File.Exists(folder.Options.CasesPath))
            {
                MustBeSound(folder, acknowledged);
            }
        }

        output.WriteLine(FormattableString.Invariant($"{kills} kills, {acknowledged.Count} acknowledged"));
        acknowledged.Should().NotBeEmpty();
    }

    private void MustBeSound(TemporaryFolder folder, List<string> acknowledged)
    {
        // Opened by the product first: recovery and the lock of a dead process are part of the promise.
        folder.Open().Dispose();

        folder.Ask("PRAGMA integrity_check").Should().Equal("ok");
        folder.Ask("PRAGMA foreign_key_check").Should().BeEmpty();
        acknowledged.Except(folder.Ask("SELECT key FROM " + receipts).Cast<string>())
            .Should().BeEmpty("an acknowledged commit is never lost");
        mustBeWhole(folder);
    }
}
