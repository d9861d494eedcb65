using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>What became different in what an instance waits for.</summary>
/// <param name="Begun">Bookmarks that are new, by number: above all that there ever were.</param>
/// <param name="Moved">Bookmarks that are due at another moment, by number.</param>
/// <param name="Gone">Numbers of bookmarks that are burnt.</param>
internal readonly record struct BookmarkChanges(
    IReadOnlyList<Bookmark> Begun, IReadOnlyList<Bookmark> Moved, IReadOnlyList<int> Gone)
{
    /// <summary>Compares two lists, each by number.</summary>
    public static BookmarkChanges Between(IReadOnlyList<Bookmark> before, IReadOnlyList<Bookmark> after)
    {
        List<Bookmark>? begun = null;
        List<Bookmark>? moved = null;
        List<int>? gone = null;
        var (old, now) = (0, 0);
        while (old < before.Count || now < after.Count)
        {
            if (now == after.Count || (old < before.Count && before[old].Number < after[now].Number))
            {
                (gone ??= []).Add(before[old++].Number);
            }
            else if (old == before.Count)
            {
                (begun ??= []).Add(after[now++]);
            }
            else if (before[old++].DueAt != after[now++].DueAt)
            {
                (moved ??= []).Add(after[now - 1]);
            }
        }

        return new BookmarkChanges(
            begun ?? (IReadOnlyList<Bookmark>)[], moved ?? (IReadOnlyList<Bookmark>)[], gone ?? (IReadOnlyList<int>)[]);
    }
}
