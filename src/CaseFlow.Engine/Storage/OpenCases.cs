using System.Runtime.CompilerServices;

namespace CaseFlow.Engine.Storage;

/// <summary>All open cases, read page by page.</summary>
public static class OpenCases
{
    /// <summary>
    /// Every case that is open, newest first. Each page is read when the ones before are done with, so that any number
    /// of cases needs the memory of one page; what is opened meanwhile is not among them.
    /// </summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async IAsyncEnumerable<CaseRow> OpenCasesAsync(
        this ICaseStore store, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        var query = new CaseQuery(null, null, null, null, null, CaseQuery.LargestPage) { IsOpen = true };
        IReadOnlyList<CaseRow> page;
        do
        {
            page = await store.ListAsync(query, cancellationToken);
            foreach (var row in page)
            {
                yield return row;
            }

            query = query with { After = page.Count > 0 ? page[^1].Id : null };
        }
        while (page.Count == query.Limit);
    }
}
