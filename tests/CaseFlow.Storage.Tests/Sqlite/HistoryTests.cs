using CaseFlow.Conformance;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Tests.Sqlite;

public sealed class HistoryTests
{
    [Theory]
    [InlineData("UPDATE events SET data = '{}'")]
    [InlineData("DELETE FROM events")]
    public async Task History_ChangedPastTheProduct_IsRefusedByTheDatabaseItself(string sql)
    {
        using var folder = new TemporaryFolder();
        using (var storage = folder.Open())
        {
            await storage.Cases.CommitAsync(Sample.Commit(Sample.Id(1), "k1"), default);
        }

        var act = () => TemporaryFolder.Run(folder.Options.CasesPath, sql);

        act.Should().Throw<SqliteException>().WithMessage("*append-only*");
        folder.Ask("SELECT COUNT(*) FROM events").Should().Equal(1L);
    }

    [Fact]
    public async Task Commit_CancelledBeforehand_WritesNothing()
    {
        using var folder = new TemporaryFolder();
        using var storage = folder.Open();

        var act = async () => await storage.Cases.CommitAsync(
            Sample.Commit(Sample.Id(1), "k1"), new CancellationToken(canceled: true));

        await act.Should().ThrowAsync<OperationCanceledException>();
        (await storage.Cases.FindAsync(Sample.Id(1), default)).Should().BeNull();
    }

    [Fact]
    public async Task Commit_AfterClosing_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var storage = folder.Open();
        storage.Dispose();

        var act = async () => await storage.Cases.CommitAsync(Sample.Commit(Sample.Id(1), "k1"), default);

        await act.Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Close_WhileManyCommit_AcknowledgesOnlyWhatIsThere()
    {
        using var folder = new TemporaryFolder();
        var storage = folder.Open();
        var sent = Enumerable.Range(1, 200).Select(number => Task.Run(async () =>
        {
            try
            {
                await storage.Cases.CommitAsync(Sample.Commit(Sample.Id(number), "k" + number), default);
                return "k" + number;
            }
            catch (ObjectDisposedException)
            {
                return null;
            }
        })).ToArray();
        await Task.WhenAny(sent);
        storage.Dispose();

        var acknowledged = (await Task.WhenAll(sent)).OfType<string>();

        folder.Ask("SELECT key FROM receipts").Should().BeEquivalentTo(acknowledged);
    }
}
