using System.Buffers;
using System.Globalization;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>What happened in a burst, in order.</summary>
/// <param name="at">The moment of the burst, UTC.</param>
internal sealed class BurstJournal(DateTimeOffset at)
{
    /// <summary>
    /// How many lines of a burst tell of activities that began, completed or were cancelled: a loop of a hundred
    /// thousand rounds is not told round by round. What was printed, waits, failed or was mended is always told.
    /// </summary>
    public const int MostOfSteps = 10_000;

    private const int FirstRoom = 64;

    // Rented, as most bursts are short and many: what is kept of one is the rows, in an array of their number.
    private JournalRow[] _rows = [];
    private int _count;

    /// <summary>Tells a line.</summary>
    /// <param name="node">The activity; null: the instance as a whole.</param>
    /// <param name="what">What happened.</param>
    /// <param name="detail">More about it; null: nothing.</param>
    public void Tell(ProgramNode? node, JournalEvent what, string? detail)
    {
        var isStep = what is JournalEvent.Started or JournalEvent.Completed or JournalEvent.Cancelled;
        if (node is not null && isStep && _count >= MostOfSteps)
        {
            return;
        }

        if (_count == _rows.Length)
        {
            Rent(Math.Max(FirstRoom, _count * 2));
        }

        _rows[_count++] = new JournalRow(at, node?.NodeId ?? "", what, detail);
    }

    /// <summary>Tells how an activity completed.</summary>
    public void TellCompleted(ProgramNode node, IReadOnlyList<string> outcomes) =>
        Tell(node, JournalEvent.Completed, outcomes.Count == 1 ? outcomes[0] : string.Join(", ", outcomes));

    /// <summary>Tells of what an activity waits for.</summary>
    public void TellWait(ProgramNode node, JournalEvent what, Bookmark bookmark) => Tell(node, what, bookmark switch
    {
        { DueAt: { } due, Key: "" } =>
            string.Create(CultureInfo.InvariantCulture, $"{bookmark.Kind} {due.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}"),
        { Key: "" } => bookmark.Kind,
        _ => $"{bookmark.Kind} {bookmark.Key}",
    });

    /// <summary>The lines, taken out: it is empty after that.</summary>
    public IReadOnlyList<JournalRow> Take()
    {
        var rows = _rows.AsSpan(0, _count).ToArray();
        Rent(0);
        _count = 0;
        return rows;
    }

    private void Rent(int room)
    {
        var rented = room == 0 ? [] : ArrayPool<JournalRow>.Shared.Rent(room);
        if (_rows.Length > 0)
        {
            _rows.AsSpan(0, Math.Min(_count, rented.Length)).CopyTo(rented);
            ArrayPool<JournalRow>.Shared.Return(_rows, clearArray: true);
        }

        _rows = rented;
    }
}
