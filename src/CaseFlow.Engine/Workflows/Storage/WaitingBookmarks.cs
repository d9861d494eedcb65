namespace CaseFlow.Engine.Workflows.Storage;

/// <summary>
/// All bookmarks in memory, found by what they wait for and by when they are due without looking at the others. Not
/// safe from several threads: its store locks.
/// </summary>
internal sealed class WaitingBookmarks
{
    private static readonly Comparer<WaitingBookmark> Moments =
        Comparer<WaitingBookmark>.Create(WaitingBookmark.ByMoment);

    private static readonly Comparer<WaitingBookmark> Places =
        Comparer<WaitingBookmark>.Create(WaitingBookmark.ByPlace);

    private readonly SortedSet<WaitingBookmark> _due = new(Moments);
    private readonly Dictionary<(string Kind, string Key), SortedSet<WaitingBookmark>> _byKey = [];

    private readonly Dictionary<(string Kind, string Key, string Correlation), SortedSet<WaitingBookmark>>
        _byCorrelation = [];

    /// <summary>When the earliest may be claimed.</summary>
    public DateTimeOffset? NextAt => _due.Min?.FreeAt;

    public void Add(WaitingBookmark waiting)
    {
        var row = waiting.Row;
        if (waiting.FreeAt is not null)
        {
            _due.Add(waiting);
        }

        if (row.Key.Length == 0)
        {
            return;
        }

        Put(_byKey, (row.Kind, row.Key), waiting);
        if (row.CorrelationId is { } correlation)
        {
            Put(_byCorrelation, (row.Kind, row.Key, correlation), waiting);
        }
    }

    public void Remove(WaitingBookmark waiting)
    {
        var row = waiting.Row;
        _due.Remove(waiting);
        if (row.Key.Length == 0)
        {
            return;
        }

        Take(_byKey, (row.Kind, row.Key), waiting);
        if (row.CorrelationId is { } correlation)
        {
            Take(_byCorrelation, (row.Kind, row.Key, correlation), waiting);
        }
    }

    /// <summary>Changes when it may be claimed.</summary>
    public void Move(WaitingBookmark waiting, DateTimeOffset? freeAt)
    {
        _due.Remove(waiting);
        waiting.FreeAt = freeAt;
        if (freeAt is not null)
        {
            _due.Add(waiting);
        }
    }

    /// <summary>Those that may be claimed at a moment, earliest first.</summary>
    public IEnumerable<WaitingBookmark> DueAt(DateTimeOffset now) => _due.TakeWhile(waiting => waiting.FreeAt <= now);

    /// <summary>Those of a kind and key, and where given of a correlation id, after a place.</summary>
    public IEnumerable<WaitingBookmark> Find(string kind, string key, string? correlation, WaitingBookmark? after)
    {
        var found = correlation is null
            ? _byKey.GetValueOrDefault((kind, key))
            : _byCorrelation.GetValueOrDefault((kind, key, correlation));
        if (found is null || after is null)
        {
            return found ?? Enumerable.Empty<WaitingBookmark>();
        }

        return Places.Compare(after, found.Max) >= 0
            ? []
            : found.GetViewBetween(after, found.Max).Where(waiting => Places.Compare(after, waiting) < 0);
    }

    private static void Put<TKey>(
        Dictionary<TKey, SortedSet<WaitingBookmark>> sets, TKey key, WaitingBookmark waiting)
        where TKey : notnull
    {
        if (!sets.TryGetValue(key, out var set))
        {
            set = new SortedSet<WaitingBookmark>(Places);
            sets.Add(key, set);
        }

        set.Add(waiting);
    }

    private static void Take<TKey>(
        Dictionary<TKey, SortedSet<WaitingBookmark>> sets, TKey key, WaitingBookmark waiting)
        where TKey : notnull
    {
        var set = sets[key];
        set.Remove(waiting);
        if (set.Count == 0)
        {
            sets.Remove(key);
        }
    }
}
