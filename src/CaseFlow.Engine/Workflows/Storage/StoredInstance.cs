namespace CaseFlow.Engine.Workflows.Storage;

/// <summary>
/// An instance in memory with all that belongs to it. Most that have ended have nothing but a journal.
/// </summary>
internal sealed class StoredInstance(int place, InstanceRow row)
{
    // As commits brought them: lists that nobody changes, kept as they are.
    private readonly List<IReadOnlyList<JournalRow>> _journal = new(1);
    private HashSet<string>? _keys;
    private SortedDictionary<int, IncidentRow>? _incidents;
    private SortedDictionary<int, WaitingBookmark>? _bookmarks;

    /// <summary>How many instances were first committed before it.</summary>
    public int Place { get; } = place;

    public InstanceRow Row { get; set; } = row;

    /// <summary>The highest number that a bookmark of it ever had.</summary>
    public int LastBookmark { get; private set; }

    /// <summary>What went wrong, by number.</summary>
    public IEnumerable<IncidentRow> Incidents => _incidents?.Values ?? Enumerable.Empty<IncidentRow>();

    /// <summary>What it waits for, by number.</summary>
    public IEnumerable<WaitingBookmark> Bookmarks => _bookmarks?.Values ?? Enumerable.Empty<WaitingBookmark>();

    public string? KeyWith(string beginning) =>
        _keys?.FirstOrDefault(key => key.StartsWith(beginning, StringComparison.Ordinal));

    public bool Knows(string? key) => key is not null && _keys?.Contains(key) == true;

    public void Remember(string? key)
    {
        if (key is not null)
        {
            (_keys ??= new HashSet<string>(StringComparer.Ordinal)).Add(key);
        }
    }

    public void Tell(IReadOnlyList<JournalRow> lines)
    {
        if (lines.Count > 0)
        {
            _journal.Add(lines);
        }
    }

    /// <summary>The lines after a number of them, in order.</summary>
    public IEnumerable<JournalRow> LinesAfter(int number)
    {
        foreach (var lines in _journal)
        {
            for (var line = Math.Max(number, 0); line < lines.Count; line++)
            {
                yield return lines[line];
            }

            number -= lines.Count;
        }
    }

    public void Put(IncidentRow incident) => (_incidents ??= [])[incident.Number] = incident;

    public WaitingBookmark? FindBookmark(int number) => _bookmarks?.GetValueOrDefault(number);

    public WaitingBookmark Add(BookmarkRow row)
    {
        var waiting = new WaitingBookmark(this, row);
        (_bookmarks ??= []).Add(row.Number, waiting);
        LastBookmark = Math.Max(LastBookmark, row.Number);
        return waiting;
    }

    public void Remove(WaitingBookmark burnt) => _bookmarks!.Remove(burnt.Row.Number);
}
