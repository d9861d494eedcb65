using System.Globalization;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>An instance as a burst found it: what its commit is told from.</summary>
/// <param name="Row">The instance as stored; null: it is new.</param>
/// <param name="Bookmarks">What it waited for, with when the host was to turn to it.</param>
/// <param name="Incidents">What had gone wrong.</param>
/// <param name="Status">What it was doing; null: it is new.</param>
internal sealed record InstanceBefore(
    InstanceRow? Row,
    IReadOnlyDictionary<int, DateTimeOffset?> Bookmarks,
    IReadOnlyList<Incident> Incidents,
    WorkflowSubStatus? Status)
{
    /// <summary>Before the first burst.</summary>
    public static InstanceBefore Nothing { get; } =
        new(null, System.Collections.ObjectModel.ReadOnlyDictionary<int, DateTimeOffset?>.Empty, [], null);

    /// <summary>Of a state as it was read.</summary>
    public static InstanceBefore Of(InstanceRow row, WorkflowState state) => new(
        row,
        InstanceCommits.Waiting(state).ToDictionary(bookmark => bookmark.Number, bookmark => bookmark.DueAt),
        [.. state.Incidents],
        state.SubStatus);
}

/// <summary>Makes the one transaction of a burst: what is different after it.</summary>
internal static class InstanceCommits
{
    /// <summary>
    /// What the host shows and turns to. Of an instance that an incident ended it turns to nothing, until the incident
    /// is dealt with; of one that has ended otherwise there is nothing.
    /// </summary>
    public static IEnumerable<Bookmark> Waiting(WorkflowState state) => state.SubStatus == WorkflowSubStatus.Faulted
        ? state.Bookmarks.Select(bookmark => bookmark with { DueAt = null })
        : state.Bookmarks;

    /// <summary>The commit, whose state is still to be written.</summary>
    public static InstanceCommit Of(
        InstanceBefore before, WorkflowState state, Burst burst, string definitionId, string? key,
        IReadOnlyList<OutboxRow> outbox)
    {
        var now = burst.Surroundings.Now;
        var waiting = Waiting(state).ToList();
        var open = waiting.Select(bookmark => bookmark.Number).ToHashSet();
        var rows = waiting.Where(bookmark => IsChanged(before, bookmark)).ToList();
        List<BookmarkRow> changed = [.. rows.Select(bookmark => RowOf(state, bookmark))];
        if (EndOf(before, state, now) is { } end)
        {
            changed.Add(end);
        }

        var version = before.Row?.Version ?? 0;
        return new InstanceCommit(
            version,
            key,
            new InstanceRow(
                state.InstanceId, version + 1, definitionId, state.VersionId, state.SubStatus, state.Name,
                state.CorrelationId, now, default),
            changed,
            [.. before.Bookmarks.Keys.Where(number => !open.Contains(number))],
            burst.Journal?.Rows(now) ?? [],
            IncidentsOf(before, state),
            [.. rows.Where(bookmark => IsNewTask(before, bookmark)).Select(bookmark => TaskOf(state, bookmark, now))],
            outbox);
    }

    private static bool IsChanged(InstanceBefore before, Bookmark bookmark) =>
        !before.Bookmarks.TryGetValue(bookmark.Number, out var dueAt) || dueAt != bookmark.DueAt;

    private static bool IsNewTask(InstanceBefore before, Bookmark bookmark) =>
        bookmark.Kind == BookmarkKinds.Human && !before.Bookmarks.ContainsKey(bookmark.Number);

    private static BookmarkRow RowOf(WorkflowState state, Bookmark bookmark) => new(
        state.InstanceId, bookmark.Number, bookmark.Kind, bookmark.Key, state.CorrelationId, bookmark.DueAt);

    // Who waits for its end is told by the host, as all work is done: committed first, and repeated until it is done.
    private static BookmarkRow? EndOf(InstanceBefore before, WorkflowState state, DateTimeOffset now) =>
        state is { Status: WorkflowStatus.Finished, Parent: { } parent } && IsNews(before.Status, state.SubStatus)
            ? new BookmarkRow(
                state.InstanceId, ++state.LastBookmark, BookmarkKinds.Ended, parent.InstanceId, state.CorrelationId,
                now)
            : null;

    // An instance that incidents ended may be mended, and then ends a second time.
    private static bool IsNews(WorkflowSubStatus? before, WorkflowSubStatus now) => now == WorkflowSubStatus.Faulted
        ? before != WorkflowSubStatus.Faulted
        : before is not (WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled);

    private static List<IncidentRow> IncidentsOf(InstanceBefore before, WorkflowState state)
    {
        var rows = new List<IncidentRow>();
        for (var index = 0; index < state.Incidents.Count; index++)
        {
            var incident = state.Incidents[index];
            if (index >= before.Incidents.Count || before.Incidents[index].ResolvedAt != incident.ResolvedAt)
            {
                rows.Add(new IncidentRow(
                    state.InstanceId, index + 1, incident.NodeId, incident.Type, incident.Code, incident.Arguments,
                    incident.At, incident.ResolvedAt));
            }
        }

        return rows;
    }

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
