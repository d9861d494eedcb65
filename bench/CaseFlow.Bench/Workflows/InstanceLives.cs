using System.Globalization;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Bench.Workflows;

/// <summary>
/// What an engine commits for an instance that starts, waits for a time, then for an event, and ends.
/// </summary>
internal static class InstanceLives
{
    public const int CommitsOfALife = 3;

    private const int StateBytes = 600;
    private static readonly byte[] State = new byte[StateBytes];

    public static readonly DateTimeOffset Start = new(2026, 7, 6, 2, 0, 0, TimeSpan.Zero);

    /// <summary>The commits of a life, by its number.</summary>
    public static List<InstanceCommit> Of(int life)
    {
        var id = IdOf(life);
        var correlation = "case-" + id;
        var time = new BookmarkRow(id, 1, BookmarkKinds.Time, "", correlation, Start);
        var told = new BookmarkRow(id, 2, BookmarkKinds.Event, "decided", correlation, null);
        return
        [
            Commit(id, 0, WorkflowSubStatus.Suspended, [], [time], lines: 5),
            Commit(id, 1, WorkflowSubStatus.Suspended, [1], [told], lines: 4),
            Commit(id, 2, WorkflowSubStatus.Finished, [2], [], lines: 4) with { Key = "event/" + correlation },
        ];
    }

    /// <summary>An instance that starts and waits for a moment.</summary>
    public static InstanceCommit Suspended(int life, DateTimeOffset dueAt)
    {
        var started = Of(life)[0];
        return started with { Waiting = [started.Waiting[0] with { DueAt = dueAt }] };
    }

    /// <summary>The commit that resumes an instance of <see cref="Suspended"/> and ends it.</summary>
    public static InstanceCommit Resumed(string id) => Commit(id, 1, WorkflowSubStatus.Finished, [1], [], lines: 4);

    private static string IdOf(int life) =>
        string.Create(CultureInfo.InvariantCulture, $"0197df00-0000-7000-{life:x12}");

    private static InstanceCommit Commit(
        string id, int expected, WorkflowSubStatus status, int[] burnt, BookmarkRow[] waiting, int lines) => new(
            expected,
            Key: null,
            new InstanceRow(
                id, expected + 1, "petition-intake", "petition-intake-v1", status, null, "case-" + id, Start, State),
            waiting,
            burnt,
            [.. Enumerable.Range(0, lines).Select(_ => new JournalRow(
                Start, "Flowchart1:WriteLine1", JournalEvent.Completed, "Done"))],
            [],
            [],
            []);
}
