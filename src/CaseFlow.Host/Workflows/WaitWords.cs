using System.Globalization;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Workflows;

/// <summary>Why an instance waits, in words.</summary>
internal static class WaitWords
{
    private static readonly string[] Known =
    [
        BookmarkKinds.Time, BookmarkKinds.Event, BookmarkKinds.Task, BookmarkKinds.Human, BookmarkKinds.Publish,
        BookmarkKinds.Workflow, BookmarkKinds.Http, BookmarkKinds.Command, BookmarkKinds.Case, BookmarkKinds.Work,
    ];

    /// <summary>The words, such as: until 2026-09-14T02:00:00Z.</summary>
    public static string Of(WaitView wait, CultureInfo culture)
    {
        var key = Known.Contains(wait.Kind, StringComparer.Ordinal) ? "wait." + wait.Kind : "wait.other";
        return HostMessages.Text(key, culture, [wait.Key, wait.DueAt is { } due ? Moment(due) : "", wait.Kind]);
    }

    /// <summary>A moment as lists show it: UTC, to the second.</summary>
    public static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
