using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Confidentiality;

namespace CaseFlow.Storage.Sqlite;

/// <summary>Identities on a SQLite file of their own.</summary>
internal sealed class SqliteIdentityVault(SqliteDatabase database, TimeProvider clock) : IIdentityVault
{
    private const string Insert =
        "INSERT INTO identities (reference, name, address, contact, national_id, stored_at) "
        + "VALUES (@reference, @name, @address, @contact, @national, @at) ON CONFLICT DO NOTHING";

    private const string ByReference =
        "SELECT name, address, contact, national_id FROM identities WHERE reference = @reference";

    private const string StoredBefore =
        "SELECT reference FROM identities WHERE reference > @after AND stored_at < @before "
        + "ORDER BY reference LIMIT @limit";

    private const string Delete = "DELETE FROM identities WHERE reference = @reference";

    public async ValueTask StoreAsync(
        PetitionerReference reference, PetitionerIdentity identity, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await database.WriteAsync(
            session => session.Prepare(Insert)
                .Bind("@reference", reference.Value)
                .Bind("@name", identity.Name)
                .Bind("@address", identity.Address)
                .Bind("@contact", identity.Contact)
                .Bind("@national", identity.NationalId)
                .Bind("@at", Columns.Of(now))
                .Execute(),
            cancellationToken);
    }

    public ValueTask<PetitionerIdentity?> FindAsync(PetitionerReference reference, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session =>
            session.Prepare(ByReference).Bind("@reference", reference.Value).ReadFirst(row => new PetitionerIdentity(
                row.GetString(0), row.OptionalText(1), row.OptionalText(2), row.OptionalText(3)))));
    }

    public ValueTask<IReadOnlyList<PetitionerReference>> ListAsync(
        DateTimeOffset before, PetitionerReference? after, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<PetitionerReference>>(database.Read(session =>
            session.Prepare(StoredBefore)
                .Bind("@after", after?.Value ?? "").Bind("@before", Columns.Of(before)).Bind("@limit", limit)
                .ReadAll(row => new PetitionerReference(row.GetString(0)))));
    }

    public async ValueTask RemoveAsync(PetitionerReference reference, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.Prepare(Delete).Bind("@reference", reference.Value).Execute(), cancellationToken);
}
