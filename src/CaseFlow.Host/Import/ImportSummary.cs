using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Host.Import;

/// <summary>What stands in the database after an import.</summary>
/// <param name="Cases">Cases of the register that are there.</param>
/// <param name="Open">Of these, open ones.</param>
/// <param name="Breached">Deadlines of these that were broken.</param>
internal sealed record ImportSummary(int Cases, int Open, int Breached)
{
    /// <summary>Counts what stands there.</summary>
    public static async Task<ImportSummary> CountAsync(
        ICaseStore store, IEnumerable<CaseId> cases, CancellationToken cancellationToken)
    {
        var summary = new ImportSummary(0, 0, 0);
        foreach (var caseId in cases)
        {
            var stored = (await store.FindAsync(caseId, cancellationToken))!;
            summary = new ImportSummary(
                summary.Cases + 1,
                summary.Open + (stored.Case.IsOpen ? 1 : 0),
                summary.Breached + stored.Deadlines.Count(deadline => deadline.BreachedAt is not null));
        }

        return summary;
    }
}
