using CaseFlow.Engine.Storage;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Sqlite;

/// <summary>The rows of `pack_activations`.</summary>
internal static class ActivationRows
{
    private const string Columns =
        "number, hash, folder_hash, origin, activated_at, principal, note, key, body_hash, open_cases, parameters";

    private const string FolderWord = "folder";

    private const string RequestWord = "request";

    private const string KeepWord = "keep";

    private const string RepinWord = "repin";

    private const string Select = "SELECT " + Columns + " FROM pack_activations";

    private const string LastNumber = "SELECT COALESCE(MAX(number), 0) FROM pack_activations";

    private const string InsertRow = "INSERT INTO pack_activations (" + Columns + ") VALUES "
        + "(@number, @hash, @folder, @origin, @at, @principal, @note, @key, @body, @open, @parameters)";

    public static PackActivation? ByKey(SqliteSession session, string key) =>
        session.Prepare(Select + " WHERE key = @key").Bind("@key", key).ReadFirst(Read);

    public static List<PackActivation> Newest(SqliteSession session, int limit) =>
        session.Prepare(Select + " ORDER BY number DESC LIMIT @limit").Bind("@limit", limit).ReadAll(Read);

    public static long Last(SqliteSession session) => (long)session.Prepare(LastNumber).Scalar()!;

    public static void Insert(SqliteSession session, PackActivation activation) => session.Prepare(InsertRow)
        .Bind("@number", activation.Number)
        .Bind("@hash", activation.Hash)
        .Bind("@folder", activation.FolderHash)
        .Bind("@origin", activation.Origin == ActivationOrigin.Folder ? FolderWord : RequestWord)
        .Bind("@at", Sqlite.Columns.Of(activation.ActivatedAt))
        .Bind("@principal", activation.Principal)
        .Bind("@note", activation.Note)
        .Bind("@key", activation.Key)
        .Bind("@body", activation.BodyHash)
        .Bind("@open", activation.OpenCases == OpenCasePolicy.Repin ? RepinWord : KeepWord)
        .Bind("@parameters", activation.Parameters)
        .Execute();

    private static PackActivation Read(SqliteDataReader row) => new(
        row.GetInt32(0),
        row.GetString(1),
        row.GetString(2),
        row.GetString(3) == FolderWord ? ActivationOrigin.Folder : ActivationOrigin.Request,
        row.Instant(4),
        row.GetString(5),
        row.OptionalText(6))
    {
        Key = row.OptionalText(7),
        BodyHash = row.OptionalText(8),
        OpenCases = row.GetString(9) == RepinWord ? OpenCasePolicy.Repin : OpenCasePolicy.Keep,
        Parameters = row.OptionalText(10),
    };
}
