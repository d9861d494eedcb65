namespace CaseFlow.Engine.Workflows.Storage;

/// <summary>An instance in memory with all that belongs to it.</summary>
internal sealed class StoredInstance(int place, InstanceRow row)
{
    private HashSet<string>? _keys;

    /// <summary>How many instances were first committed before it.</summary>
    public int Place { get; } = place;

    public InstanceRow Row { get; set; } = row;

    /// <summary>The highest number that a bookmark of it ever had.</summary>
    public int LastBookmark { get; private set; }

    public List<JournalRow> Journal { get; } = [];

    public SortedDictionary<int, IncidentRow> Incidents { get; } = [];

    public SortedDictionary<int, WaitingBookmark> Bookmarks { get; } = [];

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

    public WaitingBookmark Add(BookmarkRow row)
    {
        var waiting = new WaitingBookmark(this, row);
        Bookmarks.Add(row.Number, waiting);
        LastBookmark = Math.Max(LastBookmark, row.Number);
        return waiting;
    }
}
