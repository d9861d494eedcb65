using CaseFlow.Conformance;
using CaseFlow.Engine.Storage;
using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Storage.Tests.Sqlite;

public sealed class FullDiskTests
{
    private const long Small = 400 * 1024;

    private static readonly FullFile Full = new(
        Small,
        ["cases", "receipts", "events", "outbox"],
        async (storage, number) => await storage.Cases.CommitAsync(Big(number), default) == CommitOutcome.Committed,
        async (storage, number) => await storage.Cases.FindAsync(Sample.Id(number), default) is not null);

    [Fact]
    public Task Commit_OnAFullFile_IsRefusedWholeAndTheStoreGoesOn() => Full.MustRefuseWholeAsync();

    [Fact]
    public async Task Commit_ByManyOnAFullFile_AcknowledgesOnlyWhatIsThere()
    {
        using var folder = new TemporaryFolder();
        var acknowledged = new List<string>();
        using (var storage = Full.Open(folder))
        {
            var sent = Enumerable.Range(1, 200).Select(number => Task.Run(async () =>
                await Full.FitsAsync(storage, number) ? Big(number).Receipt.Key : null));
            acknowledged.AddRange((await Task.WhenAll(sent)).OfType<string>());
        }

        acknowledged.Should().NotBeEmpty().And.HaveCountLessThan(200);
        folder.Ask("SELECT key FROM receipts").Should().BeEquivalentTo(acknowledged);
        Full.MustBeWhole(folder, acknowledged.Count);
    }

    [Fact]
    public void Open_WhereTheSchemaItselfHasNoRoom_IsRefusedAndCanBeDoneAgain()
    {
        using var folder = new TemporaryFolder();

        var act = () => SqliteStorage.Open(folder.Options with { MaximumBytes = 16 * 1024 }, TimeProvider.System);

        act.Should().Throw<StorageException>().Which.Code.Should().Be(StorageCodes.MigrationFailed);
        folder.Open().Dispose();
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
}
