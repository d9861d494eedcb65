using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Storage.Sqlite.Workflows;

/// <summary>The SELECT of bookmarks of a kind and key: four shapes, all kept prepared.</summary>
internal static class BookmarkListing
{
    // CROSS JOIN: the bookmarks come first, in the order of their index.
    private const string Found =
        "SELECT " + WorkflowColumns.Bookmark + " FROM workflow_bookmarks b CROSS JOIN workflow_instances i "
        + "ON i.number = b.instance WHERE b.kind = @kind AND b.key = @key AND b.key <> ''";

    private const string OfCorrelation = " AND b.correlation_id = @correlation";

    private const string AfterPlace =
        " AND (b.instance, b.number) > ((SELECT number FROM workflow_instances WHERE id = @after), @number)";

    private const string InOrder = " ORDER BY b.instance, b.number LIMIT @limit";

    public static Statement Prepare(
        SqliteSession session, string kind, string key, string? correlationId, BookmarkRow? after)
    {
        var statement = session.Prepare(
            Found + (correlationId is null ? "" : OfCorrelation) + (after is null ? "" : AfterPlace) + InOrder);
        statement.Bind("@kind", kind).Bind("@key", key);
        if (correlationId is not null)
        {
            statement.Bind("@correlation", correlationId);
        }

        if (after is not null)
        {
            statement.Bind("@after", after.InstanceId).Bind("@number", after.Number);
        }

        return statement;
    }
}
