using System.Globalization;
using CaseFlow.Engine.Workflows.Activities.Cases;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Inbox;

/// <summary>The tasks of bookmarks that wait for people.</summary>
internal static class TaskRows
{
    /// <summary>The task of a bookmark of kind <see cref="BookmarkKinds.Human"/>; nobody has it yet.</summary>
    public static TaskRow Of(string instanceId, Bookmark bookmark, DateTimeOffset createdAt)
    {
        var payload = CasePayload.Read(bookmark.Payload) ?? CasePayload.Of();
        return new TaskRow(
            TaskRow.IdOf(instanceId, bookmark.Number),
            instanceId,
            bookmark.Number,
            payload.Text(CasePayload.Case),
            payload.Text(CasePayload.Title) ?? "",
            bookmark.Key,
            null,
            Day(payload.Text(CasePayload.DueOn)),
            payload.Texts(CasePayload.Outcomes) is { Count: > 0 } outcomes ? outcomes : [ConnectionDefinition.Done],
            createdAt);
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : null;
}
