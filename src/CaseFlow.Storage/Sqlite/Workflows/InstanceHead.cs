using CaseFlow.Engine.Workflows.Storage;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Storage.Sqlite.Workflows;

/// <summary>What a commit must know of an instance before it writes.</summary>
/// <param name="Number">Its place among all instances, by which its rows refer to it.</param>
/// <param name="Version">Its version.</param>
/// <param name="LastBookmark">The highest number that a bookmark of it ever had.</param>
/// <param name="LastLine">How many lines its journal has.</param>
/// <param name="Listed">By what lists find it.</param>
internal sealed record InstanceHead(
    long Number, int Version, int LastBookmark, int LastLine, ListedBy Listed)
{
    public static InstanceHead? Of(SqliteSession session, string id) =>
        session.Prepare(InstanceSql.Head).Bind("@id", id).ReadFirst(Read);

    private static InstanceHead Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetInt32(1),
        row.GetInt32(2),
        row.GetInt32(3),
        new ListedBy(row.GetString(4), row.GetString(5), row.GetString(6), row.OptionalText(7)));
}

/// <summary>By what lists find an instance.</summary>
internal readonly record struct ListedBy(string Definition, string Version, string Status, string? Correlation)
{
    public static ListedBy Of(InstanceRow row) =>
        new(row.DefinitionId, row.VersionId, row.Status.ToString(), row.CorrelationId);
}
