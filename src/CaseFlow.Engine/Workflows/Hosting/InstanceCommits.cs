using System.Globalization;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>An instance as a burst found it: what its commit is told from.</summary>
/// <param name="Row">The instance as stored; null: it is new.</param>
/// <param name="Bookmarks">What it waited for, by number, with when the host was to turn to it.</param>
/// <param name="Incidents">What had gone wrong.</param>
/// <param name="Status">What it was doing; null: it is new.</param>
internal sealed record InstanceBefore(
    InstanceRow? Row,
    IReadOnlyList<Bookmark> Bookmarks,
    IReadOnlyList<Incident> Incidents,
    WorkflowSubStatus? Status)
{
    /// <summary>Before the first burst.</summary>
    public static InstanceBefore Nothing { get; } = new(null, [], [], null);

    /// <summary>Of a state as it was read.</summary>
    public static InstanceBefore Of(InstanceRow row, WorkflowState state) => new(
        row,
        InstanceCommits.Waiting(state),
        [.. state.Incidents],
        state.SubStatus);
}

/// <summary>Makes the one transaction of a burst: what is different after it.</summary>
internal static class InstanceCommits
{
    /// <summary>
    /// What the host shows and turns to, by number. Of an instance that an incident ended it turns to nothing, until
    /// the
    /// incident is dealt with; of one that has ended otherwise there is nothing.
    /// </summary>
    public static IReadOnlyList<Bookmark> Waiting(WorkflowState state) => state.SubStatus == WorkflowSubStatus.Faulted
        ? [.. state.Bookmarks.Select(bookmark => bookmark with { DueAt = null })]
        : state.Bookmarks;

    /// <summary>The commit of a burst, with the state that it came to as bytes.</summary>
    public static InstanceCommit Of(
        InstanceBefore before, Burst burst, BookmarkRow? end, ReadOnlyMemory<byte> written, string definitionId,
        string? key, IReadOnlyList<OutboxRow> outbox)
    {
        var (state, now) = (burst.State, burst.Surroundings.Now);
        var changes = BookmarkChanges.Between(before.Bookmarks, Waiting(state));
        var version = before.Row?.Version ?? 0;
        return new InstanceCommit(
            version,
            key,
            new InstanceRow(
                state.InstanceId, version + 1, definitionId, state.VersionId, state.SubStatus, state.Name,
                state.CorrelationId, now, written),
            RowsOf(state, changes, end),
            changes.Gone,
            burst.Journal?.Take() ?? [],
            IncidentsOf(before, state),
            changes.Begun.Any(IsTask) ? TasksOf(state, changes.Begun, now) : [],
            outbox);
    }

    /// <summary>
    /// What the host tells the one that waits for this instance's end, as all work is done: committed first, and
    /// repeated until it is done. Null: nobody waits, or it goes on. It has a number of the state's, so it is asked for
    /// before the state is written.
    /// </summary>
    public static BookmarkRow? EndOf(InstanceBefore before, Burst burst) =>
        burst.State is { Status: WorkflowStatus.Finished, Parent: { } parent } state
        && IsNews(before.Status, state.SubStatus)
            ? new BookmarkRow(
                state.InstanceId, ++state.LastBookmark, BookmarkKinds.Ended, parent.InstanceId, state.CorrelationId,
                burst.Surroundings.Now)
            : null;

    private static IReadOnlyList<BookmarkRow> RowsOf(WorkflowState state, BookmarkChanges changes, BookmarkRow? end)
    {
        var rows = new BookmarkRow[changes.Moved.Count + changes.Begun.Count + (end is null ? 0 : 1)];
        for (var place = 0; place < rows.Length; place++)
        {
            var begun = place - changes.Moved.Count;
            rows[place] = begun == changes.Begun.Count
                ? end!
                : RowOf(state, begun < 0 ? changes.Moved[place] : changes.Begun[begun]);
        }

        return rows;
    }

    private static BookmarkRow RowOf(WorkflowState state, Bookmark bookmark) => new(
        state.InstanceId, bookmark.Number, bookmark.Kind, bookmark.Key, state.CorrelationId, bookmark.DueAt);

    // An instance that incidents ended may be mended, and then ends a second time.
    private static bool IsNews(WorkflowSubStatus? before, WorkflowSubStatus now) => now == WorkflowSubStatus.Faulted
        ? before != WorkflowSubStatus.Faulted
        : before is not (WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled);

    private static IReadOnlyList<IncidentRow> IncidentsOf(InstanceBefore before, WorkflowState state)
    {
        List<IncidentRow>? rows = null;
        for (var index = 0; index < state.Incidents.Count; index++)
        {
            var incident = state.Incidents[index];
            if (index >= before.Incidents.Count || before.Incidents[index].ResolvedAt != incident.ResolvedAt)
            {
                (rows ??= []).Add(new IncidentRow(
                    state.InstanceId, index + 1, incident.NodeId, incident.Type, incident.Code, incident.Arguments,
                    incident.At, incident.ResolvedAt));
            }
        }

        return rows ?? (IReadOnlyList<IncidentRow>)[];
    }

    private static IReadOnlyList<TaskRow> TasksOf(
        WorkflowState state, IReadOnlyList<Bookmark> begun, DateTimeOffset now) =>
        [.. begun.Where(IsTask).Select(bookmark => TaskOf(state, bookmark, now))];

    private static bool IsTask(Bookmark bookmark) => bookmark.Kind == BookmarkKinds.Human;

    private static TaskRow TaskOf(WorkflowState state, Bookmark bookmark, DateTimeOffset now)
    {
        var payload = CasePayload.Read(bookmark.Payload)
            ?? System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>.Empty;
        return new TaskRow(
            TaskRow.IdOf(state.InstanceId, bookmark.Number),
            state.InstanceId,
            bookmark.Number,
            payload.Text(CasePayload.Case),
            payload.Text(CasePayload.Title) ?? "",
            bookmark.Key,
            null,
            DateOnly.TryParseExact(
                payload.Text(CasePayload.DueOn), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day) ? day : null,
            payload.Texts(CasePayload.Outcomes),
            now)
        {
            Agency = payload.Text(CasePayload.Agency),
        };
    }
}
