namespace CaseFlow.Engine.Workflows.Storage;

/// <summary>A bookmark in memory, with its lease.</summary>
internal sealed class WaitingBookmark(StoredInstance instance, BookmarkRow row)
{
    public StoredInstance Instance { get; } = instance;

    public BookmarkRow Row { get; set; } = row;

    /// <summary>When it may be claimed: it is due and no lease is on it; null: it is not due.</summary>
    public DateTimeOffset? FreeAt { get; set; } = row.DueAt;

    public int Attempts { get; set; }

    /// <summary>0 while nobody's lease counts.</summary>
    public long Fence { get; set; }

    /// <summary>Instances by their first commit, and there by number.</summary>
    public static int ByPlace(WaitingBookmark first, WaitingBookmark second)
    {
        var byInstance = first.Instance.Place.CompareTo(second.Instance.Place);
        return byInstance != 0 ? byInstance : first.Row.Number.CompareTo(second.Row.Number);
    }

    /// <summary>Earliest first; of bookmarks that are due.</summary>
    public static int ByMoment(WaitingBookmark first, WaitingBookmark second)
    {
        var byMoment = Nullable.Compare(first.FreeAt, second.FreeAt);
        return byMoment != 0 ? byMoment : ByPlace(first, second);
    }
}
