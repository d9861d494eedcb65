using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Storage.Sqlite.Workflows;

/// <content>Definitions and what starts them.</content>
internal sealed partial class SqliteWorkflowStore
{
    private const string InsertVersion =
        "INSERT INTO workflow_versions (version_id, definition_id, version, name, published_at, json) "
        + "VALUES (@id, @definition, @version, @name, @at, @json) ON CONFLICT DO NOTHING";

    private const string RemoveTriggers = "DELETE FROM workflow_triggers WHERE definition_id = @definition";

    private const string InsertTrigger =
        "INSERT INTO workflow_triggers (" + WorkflowColumns.Trigger + ") "
        + "VALUES (@definition, @version, @activity, @kind, @key, @due)";

    private const string VersionById =
        "SELECT " + WorkflowColumns.Version + ", v.json FROM workflow_versions v WHERE v.version_id = @id";

    private const string AllVersions =
        "SELECT " + WorkflowColumns.Version + " FROM workflow_versions v ORDER BY v.number DESC";

    private const string VersionsOf =
        "SELECT " + WorkflowColumns.Version
        + " FROM workflow_versions v WHERE v.definition_id = @definition ORDER BY v.number DESC";

    // The one published last is the published one.
    private const string PublishedOf =
        "SELECT " + WorkflowColumns.Version
        + ", v.json FROM workflow_versions v WHERE v.definition_id = @definition ORDER BY v.number DESC LIMIT 1";

    private const string TriggersByKey =
        "SELECT " + WorkflowColumns.Trigger
        + " FROM workflow_triggers WHERE kind = @kind AND key = @key ORDER BY definition_id, activity_id";

    private const string TriggersDue =
        "SELECT " + WorkflowColumns.Trigger
        + " FROM workflow_triggers WHERE due_at <= @now ORDER BY due_at, definition_id, activity_id LIMIT @limit";

    private const string MoveTrigger =
        "UPDATE workflow_triggers SET due_at = @due WHERE definition_id = @definition AND activity_id = @activity "
        + "AND version_id = @version AND due_at IS @seen";

    public ValueTask<bool> PublishAsync(
        DefinitionRow definition, IReadOnlyList<TriggerRow> triggers, CancellationToken cancellationToken)
    {
        definition.RequireOwn(triggers);
        return database.WriteAsync(session => Publish(session, definition, triggers), cancellationToken);
    }

    public ValueTask<DefinitionRow?> FindVersionAsync(string versionId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session =>
            session.Prepare(VersionById).Bind("@id", versionId).ReadFirst(WorkflowColumns.ReadVersion)));
    }

    public ValueTask<DefinitionRow?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(database.Read(session =>
            session.Prepare(PublishedOf).Bind("@definition", definitionId).ReadFirst(WorkflowColumns.ReadVersion)));
    }

    public ValueTask<IReadOnlyList<DefinitionRow>> ListVersionsAsync(
        string? definitionId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<DefinitionRow>>(database.Read(session =>
            (definitionId is null
                ? session.Prepare(AllVersions)
                : session.Prepare(VersionsOf).Bind("@definition", definitionId))
            .ReadAll(WorkflowColumns.ReadListedVersion)));
    }

    public ValueTask<IReadOnlyList<TriggerRow>> FindTriggersAsync(
        string kind, string key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<TriggerRow>>(database.Read(session =>
            session.Prepare(TriggersByKey).Bind("@kind", kind).Bind("@key", key)
                .ReadAll(WorkflowColumns.ReadTrigger)));
    }

    public ValueTask<IReadOnlyList<TriggerRow>> DueTriggersAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<TriggerRow>>(database.Read(session =>
            session.Prepare(TriggersDue).Bind("@now", Columns.Of(now)).Bind("@limit", limit)
                .ReadAll(WorkflowColumns.ReadTrigger)));
    }

    public async ValueTask MoveTriggerAsync(
        TriggerRow seen, DateTimeOffset? dueAt, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.Prepare(MoveTrigger)
                .Bind("@due", Columns.Of(dueAt))
                .Bind("@definition", seen.DefinitionId)
                .Bind("@activity", seen.ActivityId)
                .Bind("@version", seen.VersionId)
                .Bind("@seen", Columns.Of(seen.DueAt))
                .Execute(),
            cancellationToken);

    private static bool Publish(
        SqliteSession session, DefinitionRow definition, IReadOnlyList<TriggerRow> triggers)
    {
        var written = session.Prepare(InsertVersion)
            .Bind("@id", definition.VersionId)
            .Bind("@definition", definition.DefinitionId)
            .Bind("@version", definition.Version)
            .Bind("@name", definition.Name)
            .Bind("@at", Columns.Of(definition.PublishedAt))
            .Bind("@json", WorkflowColumns.Of(definition.Json))
            .Execute();
        if (written == 0)
        {
            return false;
        }

        session.Prepare(RemoveTriggers).Bind("@definition", definition.DefinitionId).Execute();
        foreach (var row in triggers)
        {
            session.Prepare(InsertTrigger)
                .Bind("@definition", row.DefinitionId)
                .Bind("@version", row.VersionId)
                .Bind("@activity", row.ActivityId)
                .Bind("@kind", row.Kind)
                .Bind("@key", row.Key)
                .Bind("@due", Columns.Of(row.DueAt))
                .Execute();
        }

        return true;
    }
}
