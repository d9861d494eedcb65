using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Confidentiality;

/// <summary>
/// Removes identities that no case came to know: the vault is written before the case, so a command that failed in
/// between leaves one behind.
/// </summary>
public sealed class OrphanSweep(IIdentityVault vault, ICaseStore cases, TimeProvider clock)
{
    /// <summary>How long an identity may wait for its case; far longer than a command takes.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    private const int PageSize = 500;

    /// <summary>
    /// Goes through all identities older than the grace and removes the orphans; returns how many those were.
    /// </summary>
    public async ValueTask<int> RunOnceAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Grace;
        var removed = 0;
        PetitionerReference? after = null;
        while (true)
        {
            var page = await vault.ListAsync(before, after, PageSize, cancellationToken);
            removed += await RemoveOrphansAsync(page, cancellationToken);
            if (page.Count < PageSize)
            {
                return removed;
            }

            after = page[^1];
        }
    }

    private async ValueTask<int> RemoveOrphansAsync(
        IReadOnlyList<PetitionerReference> page, CancellationToken cancellationToken)
    {
        var held = await cases.HeldAsync(page, cancellationToken);
        var orphans = page.Where(reference => !held.Contains(reference)).ToList();
        foreach (var orphan in orphans)
        {
            await vault.RemoveAsync(orphan, cancellationToken);
        }

        return orphans.Count;
    }
}
