using CaseFlow.Engine.Storage;

namespace CaseFlow.Storage.Sqlite;

/// <summary>Pinned packs on SQLite, file by file.</summary>
internal sealed class SqlitePackArchive(SqliteDatabase database) : IPackArchive
{
    private const string InsertPack =
        "INSERT INTO packs (hash, name, version) VALUES (@hash, @name, @version) ON CONFLICT DO NOTHING";

    private const string InsertFile = "INSERT INTO pack_files (hash, path, content) VALUES (@hash, @path, @content)";

    private const string Pack = "SELECT name, version FROM packs WHERE hash = @hash";

    private const string Files = "SELECT path, content FROM pack_files WHERE hash = @hash ORDER BY path";

    private const string Packs = "SELECT hash, name, version FROM packs ORDER BY hash";

    private const string RemoveFiles = "DELETE FROM pack_files WHERE hash = @hash";

    public async ValueTask SaveAsync(ArchivedPack pack, CancellationToken cancellationToken) =>
        await database.WriteAsync(session => Save(session, pack), cancellationToken);

    public ValueTask<ArchivedPack?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session => session.Snapshot(same => Find(same, hash))));
    }

    public ValueTask<ActivationOutcome> ActivateAsync(
        ArchivedPack pack, PackActivation activation, CancellationToken cancellationToken) =>
        database.WriteAsync(session => Activate(session, pack, activation), cancellationToken);

    public ValueTask<PackActivation?> FindActivationAsync(string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session => ActivationRows.ByKey(session, key)));
    }

    public ValueTask<IReadOnlyList<PackActivation>> ActivationsAsync(int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<PackActivation>>(
            database.Read(session => ActivationRows.Newest(session, limit)));
    }

    public ValueTask<IReadOnlyList<PackSummary>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<PackSummary>>(database.Read(session => session.Prepare(Packs)
            .ReadAll(row => new PackSummary(row.GetString(0), row.GetString(1), row.GetString(2)))));
    }

    private static ActivationOutcome Activate(SqliteSession session, ArchivedPack pack, PackActivation activation)
    {
        if (activation.Key is { } key && ActivationRows.ByKey(session, key) is not null)
        {
            return ActivationOutcome.KeyExists;
        }

        if (activation.Number != ActivationRows.Last(session) + 1)
        {
            return ActivationOutcome.Stale;
        }

        if (!Save(session, pack))
        {
            session.Prepare(RemoveFiles).Bind("@hash", pack.Hash).Execute();
            SaveFiles(session, pack);
        }

        ActivationRows.Insert(session, activation);
        return ActivationOutcome.Activated;
    }

    private static bool Save(SqliteSession session, ArchivedPack pack)
    {
        var isNew = session.Prepare(InsertPack)
            .Bind("@hash", pack.Hash).Bind("@name", pack.Name).Bind("@version", pack.Version).Execute() == 1;
        if (isNew)
        {
            SaveFiles(session, pack);
        }

        return isNew;
    }

    private static void SaveFiles(SqliteSession session, ArchivedPack pack)
    {
        foreach (var (path, content) in pack.Files)
        {
            session.Prepare(InsertFile)
                .Bind("@hash", pack.Hash).Bind("@path", path).Bind("@content", content).Execute();
        }
    }

    private static ArchivedPack? Find(SqliteSession session, string hash)
    {
        var files = session.Prepare(Files).Bind("@hash", hash)
            .ReadAll(row => KeyValuePair.Create(row.GetString(0), row.GetFieldValue<byte[]>(1)));
        return session.Prepare(Pack).Bind("@hash", hash).ReadFirst(row => new ArchivedPack(
            hash, row.GetString(0), row.GetString(1), new Dictionary<string, byte[]>(files, StringComparer.Ordinal)));
    }
}
