using CaseFlow.Conformance;
using CaseFlow.Engine.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Storage.Tests.Sqlite;

public sealed class FullDiskTests
{
    private const long Small = 400 * 1024;
    private const int Enough = 500;

    [Fact]
    public async Task Commit_OnAFullFile_IsRefusedWholeAndTheStoreGoesOn()
    {
        using var folder = new TemporaryFolder();
        int committed;
        using (var storage = SqliteStorage.Open(folder.Options with { MaximumBytes = Small }, TimeProvider.System))
        {
            committed = await FillAsync(storage.Cases);

            committed.Should().BeInRange(1, Enough - 1);
            (await storage.Cases.FindAsync(Sample.Id(committed + 1), default)).Should().BeNull();
            (await storage.Cases.FindAsync(Sample.Id(committed), default)).Should().NotBeNull("reading goes on");
        }

        MustBeWhole(folder, committed);
        using var larger = folder.Open();
        var again = await larger.Cases.CommitAsync(Big(committed + 1), default);
        again.Should().Be(CommitOutcome.Committed, "the same key takes effect once there is space");
    }

    [Fact]
    public async Task Commit_ByManyOnAFullFile_AcknowledgesOnlyWhatIsThere()
    {
        using var folder = new TemporaryFolder();
        var acknowledged = new List<string>();
        using (var storage = SqliteStorage.Open(folder.Options with { MaximumBytes = Small }, TimeProvider.System))
        {
            var sent = Enumerable.Range(1, 200).Select(number => Task.Run(() => TryAsync(storage.Cases, number)));
            acknowledged.AddRange((await Task.WhenAll(sent)).OfType<string>());
        }

        acknowledged.Should().NotBeEmpty().And.HaveCountLessThan(200);
        folder.Ask("SELECT key FROM receipts").Should().BeEquivalentTo(acknowledged);
        MustBeWhole(folder, acknowledged.Count);
    }

    [Fact]
    public void Open_WhereTheSchemaItselfHasNoRoom_IsRefusedAndCanBeDoneAgain()
    {
        using var folder = new TemporaryFolder();

        var act = () => SqliteStorage.Open(folder.Options with { MaximumBytes = 16 * 1024 }, TimeProvider.System);

        act.Should().Throw<StorageException>().Which.Code.Should().Be(StorageCodes.MigrationFailed);
        folder.Open().Dispose();
    }

    private static async Task<int> FillAsync(ICaseStore cases)
    {
        for (var number = 1; number <= Enough; number++)
        {
            if (await TryAsync(cases, number) is null)
            {
                return number - 1;
            }
        }

        return Enough;
    }

    private static async Task<string?> TryAsync(ICaseStore cases, int number)
    {
        var commit = Big(number);
        try
        {
            await cases.CommitAsync(commit, default);
            return commit.Receipt.Key;
        }
        catch (StorageException fault)
        {
            fault.Code.Should().Be(StorageCodes.DiskFull);
            return null;
        }
    }

    private static CaseCommit Big(int number)
    {
        var id = Sample.Id(number);
        var commit = Sample.Commit(id, "k" + number);
        return commit with
        {
            Case = commit.Case with { Document = new string('x', 6000) },
            Outbox = [Sample.Message(id, 1, 1, Sample.Start)],
        };
    }

    private static void MustBeWhole(TemporaryFolder folder, int cases)
    {
        folder.Ask("PRAGMA integrity_check").Should().Equal("ok");
        foreach (var table in new[] { "cases", "receipts", "events", "outbox" })
        {
            folder.Ask("SELECT COUNT(*) FROM " + table).Should().Equal([(long)cases], table);
        }
    }
}
