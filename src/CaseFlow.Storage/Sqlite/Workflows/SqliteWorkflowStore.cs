using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Storage.Sqlite.Workflows;

/// <summary>Instances of workflows and what belongs to them on SQLite.</summary>
internal sealed partial class SqliteWorkflowStore(SqliteDatabase database) : IWorkflowStore
{
    internal const string ById =
        "SELECT " + WorkflowColumns.Listed + ", state FROM workflow_instances WHERE id = @id";

    private const string BookmarksOf =
        "SELECT " + WorkflowColumns.Bookmark + " FROM workflow_instances i JOIN workflow_bookmarks b "
        + "ON b.instance = i.number WHERE i.id = @id ORDER BY b.number";

    private const string Lines =
        "SELECT " + WorkflowColumns.Line + " FROM workflow_journal "
        + "WHERE instance = (SELECT number FROM workflow_instances WHERE id = @id) AND line > @after "
        + "ORDER BY line LIMIT @limit";

    private const string IncidentsOf =
        "SELECT " + WorkflowColumns.Incident + " FROM workflow_instances i JOIN workflow_incidents n "
        + "ON n.instance = i.number WHERE i.id = @id ORDER BY n.at DESC, n.number DESC LIMIT @limit";

    private const string OpenIncidents =
        "SELECT " + WorkflowColumns.Incident + " FROM workflow_incidents n CROSS JOIN workflow_instances i "
        + "ON i.number = n.instance WHERE n.resolved_at IS NULL "
        + "ORDER BY n.at DESC, n.instance DESC, n.number DESC LIMIT @limit";

    public ValueTask<InstanceRow?> FindAsync(string instanceId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session =>
            session.Prepare(ById).Bind("@id", instanceId).ReadFirst(WorkflowColumns.ReadInstance)));
    }

    public ValueTask<string?> FindReceiptAsync(
        string instanceId, string beginning, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session => session.Prepare(InstanceSql.FindReceipt)
            .Bind("@id", instanceId).Bind("@beginning", beginning).Scalar() as string));
    }

    public ValueTask<IReadOnlyList<InstanceRow>> ListAsync(InstanceQuery query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<InstanceRow>>(database.Read(session =>
            WorkflowListing.Prepare(session, query).ReadAll(WorkflowColumns.ReadListed)));
    }

    public ValueTask<InstanceCommitOutcome> CommitAsync(InstanceCommit commit, CancellationToken cancellationToken)
    {
        commit.RequireSound();
        return database.WriteAsync(session => InstanceWriter.Write(session, commit), cancellationToken);
    }

    public ValueTask<IReadOnlyList<BookmarkRow>> FindBookmarksAsync(
        string kind,
        string key,
        string? correlationId,
        BookmarkRow? after,
        int limit,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<BookmarkRow>>(database.Read(session =>
            BookmarkListing.Prepare(session, kind, key, correlationId, after)
                .Bind("@limit", limit)
                .ReadAll(WorkflowColumns.ReadBookmark)));
    }

    public ValueTask<IReadOnlyList<BookmarkRow>> BookmarksOfAsync(
        string instanceId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<BookmarkRow>>(database.Read(session =>
            session.Prepare(BookmarksOf).Bind("@id", instanceId).ReadAll(WorkflowColumns.ReadBookmark)));
    }

    public ValueTask<IReadOnlyList<JournalRow>> ReadJournalAsync(
        string instanceId, int after, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<JournalRow>>(database.Read(session =>
            session.Prepare(Lines)
                .Bind("@id", instanceId).Bind("@after", after).Bind("@limit", limit)
                .ReadAll(WorkflowColumns.ReadLine)));
    }

    public ValueTask<IReadOnlyList<IncidentRow>> ListIncidentsAsync(
        string? instanceId, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<IncidentRow>>(database.Read(session =>
            (instanceId is null
                ? session.Prepare(OpenIncidents)
                : session.Prepare(IncidentsOf).Bind("@id", instanceId))
            .Bind("@limit", limit)
            .ReadAll(WorkflowColumns.ReadIncident)));
    }
}
