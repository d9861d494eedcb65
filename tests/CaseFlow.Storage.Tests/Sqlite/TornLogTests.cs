using CaseFlow.Conformance;
using CaseFlow.Engine.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Storage.Tests.Sqlite;

/// <summary>Power loss: whatever length of the log survives, the file opens with a prefix of the history.</summary>
public sealed class TornLogTests(ITestOutputHelper output)
{
    private const int Commits = 12;
    private const int Cuts = 80;

    [Fact]
    public async Task Open_OfALogCutAnywhere_HoldsAPrefixOfWhatWasAcknowledged()
    {
        var seed = Environment.TickCount;
        output.WriteLine("seed " + seed);
        var random = new Random(seed);
        using var source = new TemporaryFolder();
        var (database, log) = await CommitAndCopyAsync(source);

        var kept = new List<int>();
        foreach (var length in Enumerable.Range(0, Cuts).Select(_ => random.Next(log.Length)).Order())
        {
            kept.Add(KeptOf(database, log[..length]));
        }

        kept.Should().BeInAscendingOrder("a longer log never holds less");
        kept.Should().Contain(count => count > 0 && count < Commits);
        KeptOf(database, log).Should().Be(Commits, "with synchronous=FULL the whole log holds all of it");
    }

    [Fact]
    public async Task Open_OfALogWithFlippedBits_HoldsAPrefixToo()
    {
        using var source = new TemporaryFolder();
        var (database, log) = await CommitAndCopyAsync(source);
        log[log.Length / 2] ^= 0x40;

        KeptOf(database, log).Should().BeInRange(0, Commits - 1);
    }

    private static async Task<(byte[] Database, byte[] Log)> CommitAndCopyAsync(TemporaryFolder folder)
    {
        // Opened once before, so that the schema is in the file and the log holds commits alone.
        folder.Open().Dispose();
        using var storage = folder.Open();
        for (var number = 0; number < Commits; number++)
        {
            var commit = Sample.Commit(Sample.Id(1), "k" + number, number);
            (await storage.Cases.CommitAsync(commit, default)).Should().Be(CommitOutcome.Committed);
        }

        return (ReadShared(folder.Options.CasesPath), ReadShared(folder.Options.CasesPath + "-wal"));
    }

    private static int KeptOf(byte[] database, byte[] log)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Options.CasesPath, database);
        File.WriteAllBytes(folder.Options.CasesPath + "-wal", log);
        folder.Open().Dispose();

        folder.Ask("PRAGMA integrity_check").Should().Equal("ok");
        var keys = folder.Ask("SELECT command_key FROM events ORDER BY sequence");
        keys.Should().Equal(Enumerable.Range(0, keys.Count).Select(number => "k" + number));
        folder.Ask("SELECT COUNT(*) FROM receipts").Should().Equal((long)keys.Count);
        return keys.Count;
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[file.Length];
        file.ReadExactly(content);
        return content;
    }
}
