using CaseFlow.Storage.Sqlite;

namespace CaseFlow.Conformance;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-contract-");
    private SqliteStorage? storage;

    protected override ValueTask<StoresUnderTest> OpenAsync(TimeProvider clock)
    {
        storage = SqliteStorage.Open(new SqliteOptions { Directory = folder.FullName }, clock);
        return ValueTask.FromResult(new StoresUnderTest(
            storage.Cases, storage.Timers, storage.Outbox, storage.Packs, storage.Vault));
    }

    protected override ValueTask CloseAsync()
    {
        storage?.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
