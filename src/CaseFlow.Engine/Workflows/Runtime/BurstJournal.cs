using System.Globalization;
using System.Runtime.InteropServices;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>
/// What happened in a burst, in order. A line is kept as it came and made a text only when it is stored.
/// </summary>
internal sealed class BurstJournal
{
    /// <summary>
    /// How many lines of a burst tell of activities that began, completed or were cancelled: a loop of a hundred
    /// thousand rounds is not told round by round. What was printed, waits, failed or was mended is always told.
    /// </summary>
    public const int MostOfSteps = 10_000;

    private readonly List<Entry> _entries = [];

    /// <summary>Tells a line.</summary>
    /// <param name="node">The activity; null: the instance as a whole.</param>
    /// <param name="what">What happened.</param>
    /// <param name="detail">A text, outcomes, or a bookmark.</param>
    public void Tell(ProgramNode? node, JournalEvent what, object? detail)
    {
        var isStep = what is JournalEvent.Started or JournalEvent.Completed or JournalEvent.Cancelled;
        if (node is null || !isStep || _entries.Count < MostOfSteps)
        {
            _entries.Add(new Entry(node, what, detail));
        }
    }

    /// <summary>The lines as rows.</summary>
    public IReadOnlyList<JournalRow> Rows(DateTimeOffset at)
    {
        var rows = new JournalRow[_entries.Count];
        for (var index = 0; index < rows.Length; index++)
        {
            var entry = _entries[index];
            rows[index] = new JournalRow(at, entry.Node?.NodeId ?? "", entry.What, Text(entry.Detail));
        }

        return rows;
    }

    private static string? Text(object? detail) => detail switch
    {
        null => null,
        string text => text,
        Bookmark { DueAt: { } due, Key: "" } bookmark =>
            string.Create(CultureInfo.InvariantCulture, $"{bookmark.Kind} {due.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"),
        Bookmark bookmark => bookmark.Key.Length == 0 ? bookmark.Kind : $"{bookmark.Kind} {bookmark.Key}",
        IReadOnlyList<string> outcomes => outcomes.Count == 1 ? outcomes[0] : string.Join(", ", outcomes),
        _ => null,
    };

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Entry(ProgramNode? Node, JournalEvent What, object? Detail);
}
