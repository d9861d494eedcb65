using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Comparison;

namespace CaseFlow.Engine.Definitions;

/// <summary>An open case that a candidate decides otherwise than the pack it pins.</summary>
/// <param name="Case">The case.</param>
/// <param name="PinnedPack">The hash of the pack that it pins.</param>
/// <param name="Difference">What differs, and why.</param>
public sealed record MovedCase(CaseId Case, string PinnedPack, CaseDifference Difference);

/// <summary>What a candidate makes of all open cases.</summary>
/// <param name="Changes">All that differs between the current pack and the candidate.</param>
/// <param name="Moved">The first of the cases that differ, newest case first.</param>
/// <param name="Totals">Counts over all open cases.</param>
/// <param name="NotCompared">
/// Open cases that could not be compared: the pack they pin cannot be read, or their document is damaged. The first of
/// them, newest first.
/// </param>
public sealed record OpenCaseDiff(
    IReadOnlyList<ChangeCause> Changes,
    IReadOnlyList<MovedCase> Moved,
    DiffTotals Totals,
    IReadOnlyList<CaseId> NotCompared);

/// <summary>
/// Asks what a candidate pack would make of the open cases, each beside the pack that it pins. Reads page by page and
/// changes nothing; cases opened meanwhile are not among them. Holds references and outcomes, never who petitions.
/// </summary>
public sealed class OpenCasePreview(ICaseStore store, PackCatalogue packs, TimeProvider clock, AgencyTime time)
{
    /// <summary>Compares all open cases.</summary>
    /// <param name="candidate">The pack as it would be.</param>
    /// <param name="kept">How many cases are listed; the totals count all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<OpenCaseDiff> CompareAsync(
        CasePack candidate, int kept, CancellationToken cancellationToken)
    {
        var run = new Run(packs, candidate, kept, time.DayOf(clock.GetUtcNow()));
        var current = await run.AgainstAsync(
            (await packs.ActiveAsync(cancellationToken)).Pack.Bound.Hash, cancellationToken);
        var query = new CaseQuery(null, null, null, null, null, CaseQuery.LargestPage) { IsOpen = true };
        IReadOnlyList<CaseRow> page;
        do
        {
            page = await store.ListAsync(query, cancellationToken);
            foreach (var row in page)
            {
                await run.AddAsync(row, cancellationToken);
            }

            query = query with { After = page.Count > 0 ? page[^1].Id : null };
        }
        while (page.Count == query.Limit);
        return new OpenCaseDiff(current!.Changes, run.Moved, run.Totals, run.NotCompared);
    }

    private sealed class Run(PackCatalogue packs, CasePack candidate, int kept, DateOnly today)
    {
        private readonly Dictionary<string, WhatIf?> _comparisons = new(StringComparer.Ordinal);

        public List<MovedCase> Moved { get; } = [];

        public List<CaseId> NotCompared { get; } = [];

        public DiffTotals Totals { get; } = new();

        public async ValueTask<WhatIf?> AgainstAsync(string pinned, CancellationToken cancellationToken)
        {
            if (!_comparisons.TryGetValue(pinned, out var comparison))
            {
                comparison = await packs.FindAsync(pinned, cancellationToken) is { } pack
                    ? new WhatIf(new PackSide(pack.Rules), new PackSide(candidate.Rules))
                    : null;
                _comparisons.Add(pinned, comparison);
            }

            return comparison;
        }

        public async ValueTask AddAsync(CaseRow row, CancellationToken cancellationToken)
        {
            var comparison = await AgainstAsync(row.PackHash, cancellationToken);
            if (comparison is null || CaseOf(row) is not { } asked)
            {
                NoteNotCompared(row.Id);
                return;
            }

            var difference = comparison.Compare(asked);
            Totals.Add(difference);
            if (!difference.IsSame && Moved.Count < kept)
            {
                Moved.Add(new MovedCase(row.Id, row.PackHash, difference));
            }
        }

        private void NoteNotCompared(CaseId id)
        {
            if (NotCompared.Count < kept)
            {
                NotCompared.Add(id);
            }
        }

        // One damaged document is its own case's finding and hides no other case.
        private CaseToCompare? CaseOf(CaseRow row)
        {
            try
            {
                var state = CaseDocument.Read(row.Document);
                var facts = JsonSerializer.SerializeToElement(state.Facts.ToJson());
                return new CaseToCompare(row.Id.ToString(), today, facts) { Case = Views.Of(state) };
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
