using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Workflows.Storage;

/// <summary>All that one burst writes, in one transaction.</summary>
/// <param name="ExpectedVersion">The version that the burst began with; 0 for a new instance.</param>
/// <param name="Key">
/// What brought it on: unique in the instance, for ever; a second commit under it is refused. Null: a bookmark that
/// burns or the instance's id says it already.
/// </param>
/// <param name="Instance">The instance after it.</param>
/// <param name="Waiting">
/// Bookmarks that are new, with numbers above all before, or whose due moment changed: nothing else of them can. Their
/// attempts begin anew, and who had claimed one has lost it.
/// </param>
/// <param name="Burnt">Numbers of bookmarks that are gone, each once; their tasks go with them.</param>
/// <param name="Journal">What happened, in order.</param>
/// <param name="Incidents">Incidents that are new or resolved.</param>
/// <param name="Tasks">Tasks that are new.</param>
/// <param name="Outbox">Messages for the outside.</param>
public sealed record InstanceCommit(
    int ExpectedVersion,
    string? Key,
    InstanceRow Instance,
    IReadOnlyList<BookmarkRow> Waiting,
    IReadOnlyList<int> Burnt,
    IReadOnlyList<JournalRow> Journal,
    IReadOnlyList<IncidentRow> Incidents,
    IReadOnlyList<TaskRow> Tasks,
    IReadOnlyList<OutboxRow> Outbox)
{
    /// <summary>
    /// What every store asks before it writes: the parts belong to one instance and its next version.
    /// </summary>
    /// <exception cref="InvalidOperationException">They do not: a fault of who made the commit.</exception>
    public void RequireSound()
    {
        var id = Instance.Id;
        var isSound = Instance.Version == ExpectedVersion + 1
            && AreOf(Waiting, id, static row => row.InstanceId)
            && AreOf(Incidents, id, static row => row.InstanceId)
            && AreOf(Tasks, id, static row => row.InstanceId)
            && Tasks.All(static row => row.Id == TaskRow.IdOf(row.InstanceId, row.Bookmark));
        if (!isSound)
        {
            throw new InvalidOperationException("A commit of an instance belongs to it, and to its next version.");
        }
    }

    private static bool AreOf<T>(IReadOnlyList<T> rows, string instance, Func<T, string> instanceOf)
    {
        var place = 0;
        while (place < rows.Count && instanceOf(rows[place]) == instance)
        {
            place++;
        }

        return place == rows.Count;
    }
}

/// <summary>How a commit of an instance came out. Anything but <see cref="Committed"/> wrote nothing.</summary>
public enum InstanceCommitOutcome
{
    /// <summary>All of it is written and durable.</summary>
    Committed,

    /// <summary>The instance is not at the expected version any more; of a new one: it exists.</summary>
    VersionConflict,

    /// <summary>A commit of the instance under this key exists.</summary>
    KeyExists,
}

/// <summary>Which instances to list, newest first; every condition that is set must hold.</summary>
/// <param name="DefinitionId">The definition.</param>
/// <param name="Status">What it is doing.</param>
/// <param name="CorrelationId">What events find it by.</param>
/// <param name="After">Keyset: only instances after the one of this id in the list's order.</param>
/// <param name="Limit">1 to <see cref="LargestPage"/>.</param>
public sealed record InstanceQuery(
    string? DefinitionId, Runtime.WorkflowSubStatus? Status, string? CorrelationId, string? After, int Limit)
{
    /// <summary>Most rows on a page; a store refuses a larger limit, or one below 1, as the caller's fault.</summary>
    public const int LargestPage = 200;
}

/// <summary>Which tasks to list, those due first at the top; every condition that is set must hold.</summary>
/// <param name="Role">Who may claim it.</param>
/// <param name="Assignee">Who has it.</param>
/// <param name="CaseId">The case it is about.</param>
/// <param name="After">Keyset: only tasks after this place in the list's order.</param>
/// <param name="Limit">1 to <see cref="InstanceQuery.LargestPage"/>.</param>
public sealed record TaskQuery(string? Role, string? Assignee, string? CaseId, TaskPlace? After, int Limit)
{
    /// <summary>The agency whose task it is; null: any, or none.</summary>
    public string? Agency { get; init; }

    /// <summary>Only what somebody may see; null: everything.</summary>
    public TaskScope? Scope { get; init; }
}

/// <summary>Which tasks somebody may see: one of these must hold.</summary>
/// <param name="Roles">Of a role, where the task belongs to no agency.</param>
/// <param name="Posts">Of a role in an agency.</param>
/// <param name="Agencies">Of an agency, whatever the role.</param>
/// <param name="IsByRoleAlone">True: a task of one of the roles is seen whatever its agency.</param>
public sealed record TaskScope(
    IReadOnlyList<string> Roles,
    IReadOnlyList<(string Role, string Agency)> Posts,
    IReadOnlyList<string> Agencies,
    bool IsByRoleAlone)
{
    /// <summary>Whether a task is seen.</summary>
    public bool Holds(TaskRow task) => task.Agency is { } agency
        ? (IsByRoleAlone && Roles.Contains(task.Role, StringComparer.Ordinal))
            || Posts.Contains((task.Role, agency))
            || Agencies.Contains(agency, StringComparer.Ordinal)
        : Roles.Contains(task.Role, StringComparer.Ordinal);
}

/// <summary>A task's place in the list of tasks; it stands also when the task is completed meanwhile.</summary>
/// <param name="DueOn">The task's last day; null: none.</param>
/// <param name="TaskId">The task's id.</param>
public sealed record TaskPlace(DateOnly? DueOn, string TaskId);

/// <summary>The port of workflows. Times are UTC; every method may be called from any thread.</summary>
public interface IWorkflowStore
{
    /// <summary>
    /// Writes a version and makes it the published one of its definition, with its triggers in place of those before;
    /// false, and nothing written, where the version's id or its number in the definition is taken.
    /// </summary>
    /// <exception cref="InvalidOperationException">A trigger is of another definition or version.</exception>
    ValueTask<bool> PublishAsync(
        DefinitionRow definition, IReadOnlyList<TriggerRow> triggers, CancellationToken cancellationToken);

    /// <summary>A version; null: there is none.</summary>
    ValueTask<DefinitionRow?> FindVersionAsync(string versionId, CancellationToken cancellationToken);

    /// <summary>
    /// All versions of a definition, last published first; of all definitions where none is named. Their JSON is empty.
    /// </summary>
    ValueTask<IReadOnlyList<DefinitionRow>> ListVersionsAsync(
        string? definitionId, CancellationToken cancellationToken);

    /// <summary>The version that starts new instances of a definition; null: there is none.</summary>
    ValueTask<DefinitionRow?> FindPublishedAsync(string definitionId, CancellationToken cancellationToken);

    /// <summary>The triggers of a kind and key, in the order of definition and activity.</summary>
    ValueTask<IReadOnlyList<TriggerRow>> FindTriggersAsync(
        string kind, string key, CancellationToken cancellationToken);

    /// <summary>
    /// Up to <paramref name="limit"/> triggers due at or before <paramref name="now"/>, earliest first.
    /// </summary>
    ValueTask<IReadOnlyList<TriggerRow>> DueTriggersAsync(
        DateTimeOffset now, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Moves a trigger on to when it is due next; does nothing where it is gone, of another version, or not due when
    /// the caller saw it any more.
    /// </summary>
    ValueTask MoveTriggerAsync(TriggerRow seen, DateTimeOffset? dueAt, CancellationToken cancellationToken);

    /// <summary>An instance; null: there is none.</summary>
    ValueTask<InstanceRow?> FindAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>
    /// A page of instances, ordered by when they were first committed, newest first; their states are empty. After an
    /// instance that is not there comes nothing.
    /// </summary>
    ValueTask<IReadOnlyList<InstanceRow>> ListAsync(InstanceQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Writes all of a commit in one durable transaction, or nothing. Where both would be true it answers
    /// <see cref="InstanceCommitOutcome.KeyExists"/> rather than a conflict. A commit that no instance could have
    /// brought about (<see cref="InstanceCommit.RequireSound"/>, a bookmark burnt that is not there, a task without its
    /// bookmark, a message of a case that is not there) is refused by an exception, as its maker's fault.
    /// </summary>
    ValueTask<InstanceCommitOutcome> CommitAsync(InstanceCommit commit, CancellationToken cancellationToken);

    /// <summary>
    /// The key of a commit of an instance that begins with a text; null: there is none, or no such instance.
    /// </summary>
    ValueTask<string?> FindReceiptAsync(
        string instanceId, string beginning, CancellationToken cancellationToken);

    /// <summary>
    /// Up to <paramref name="limit"/> bookmarks of a kind and key, of instances in the order of their first commit and
    /// there by number, beginning after one of them, burnt meanwhile or not. With a correlation id only those that have
    /// it; without, all. An empty key finds nothing.
    /// </summary>
    ValueTask<IReadOnlyList<BookmarkRow>> FindBookmarksAsync(
        string kind,
        string key,
        string? correlationId,
        BookmarkRow? after,
        int limit,
        CancellationToken cancellationToken);

    /// <summary>The bookmarks of an instance, by number.</summary>
    ValueTask<IReadOnlyList<BookmarkRow>> BookmarksOfAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>
    /// Up to <paramref name="limit"/> lines of an instance's journal after a line's number, in order.
    /// </summary>
    ValueTask<IReadOnlyList<JournalRow>> ReadJournalAsync(
        string instanceId, int after, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Incidents, newest first: all of an instance, or the open ones of all instances where none is named.
    /// </summary>
    ValueTask<IReadOnlyList<IncidentRow>> ListIncidentsAsync(
        string? instanceId, int limit, CancellationToken cancellationToken);
}

/// <summary>A lease on a due bookmark: the fencing number rises with every claim and every wake.</summary>
/// <param name="Bookmark">The bookmark.</param>
/// <param name="Attempt">
/// How often it was claimed since it began to wait, was woken or was put off without failure; this time included.
/// </param>
/// <param name="Fence">The fencing number.</param>
public sealed record BookmarkLease(BookmarkRow Bookmark, int Attempt, long Fence);

/// <summary>The port of what workflows have the host do: bookmarks that are due.</summary>
public interface IWorkflowQueue
{
    /// <summary>
    /// Claims up to <paramref name="limit"/> bookmarks due at or before <paramref name="now"/>, earliest first, whose
    /// lease is free or has run out (its end is at or before <paramref name="now"/>; that end is then what it is
    /// ordered by). A claimed one stays until a commit burns it.
    /// </summary>
    ValueTask<IReadOnlyList<BookmarkLease>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// When the earliest bookmark or trigger is due; a claimed bookmark is so at the end of its lease. Null: none is.
    /// </summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Puts a claimed bookmark off: it is due at a moment, or, with null, when it is woken. Its attempts count on where
    /// it <paramref name="failed"/>, and begin anew where it did not. Does nothing where the lease was lost or the
    /// bookmark was woken since.
    /// </summary>
    ValueTask PostponeAsync(
        BookmarkLease lease, DateTimeOffset? until, bool failed, CancellationToken cancellationToken);

    /// <summary>
    /// Makes all bookmarks of a kind and key due at once, whoever holds them; those due before stay so. Their attempts
    /// begin anew. Returns how many there are; an empty key finds nothing.
    /// </summary>
    ValueTask<int> WakeAsync(string kind, string key, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>The port of the inbox of human tasks.</summary>
public interface ITaskInbox
{
    /// <summary>A task; null: there is none, or it is completed.</summary>
    ValueTask<TaskRow?> FindTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>A page of tasks, those due first at the top, those without a day last; ties by id.</summary>
    ValueTask<IReadOnlyList<TaskRow>> ListTasksAsync(TaskQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Gives a task to someone, or with null to nobody, and tells it in the instance's journal; false, and nothing
    /// written, where the task is gone or has another assignee than the caller saw.
    /// </summary>
    ValueTask<bool> AssignTaskAsync(
        TaskRow seen, string? assignee, JournalRow told, CancellationToken cancellationToken);
}
