using System.Globalization;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Host.Web.Workflows;

/// <summary>A task of the inbox.</summary>
internal sealed record TaskView(
    string Id, string InstanceId, int Bookmark, string? CaseId, string Title, string Role, string? Agency,
    string? Assignee, DateOnly? DueOn, IReadOnlyList<string> Outcomes, DateTimeOffset CreatedAt)
{
    /// <summary>The view of a row.</summary>
    public static TaskView Of(TaskRow row) => new(
        row.Id, row.InstanceId, row.Bookmark, row.CaseId, row.Title, row.Role, row.Agency, row.Assignee, row.DueOn,
        row.Outcomes, row.CreatedAt);
}

/// <summary>A page of tasks; <paramref name="Next"/> is the `after` of the next page, null on the last.</summary>
internal sealed record TaskPage(IReadOnlyList<TaskView> Items, string? Next);

/// <summary>A place in the list of tasks, as a text: `2026-09-14~INSTANCE/3`; without a day `-~…`.</summary>
internal static class TaskPlaces
{
    private const char Separator = '~';

    private const string NoDay = "-";

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The text.</summary>
    public static string Text(TaskPlace place) =>
        (place.DueOn?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? NoDay) + Separator + place.TaskId;

    /// <summary>The place; null: the text is none.</summary>
    public static TaskPlace? Of(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        if (at < 1)
        {
            return null;
        }

        var id = text[(at + 1)..];
        return text[..at] == NoDay ? new TaskPlace(null, id)
            : DateOnly.TryParseExact(
                text[..at], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? new TaskPlace(day, id)
                : null;
    }
}
