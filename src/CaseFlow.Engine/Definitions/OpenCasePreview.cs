using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules.Comparison;

namespace CaseFlow.Engine.Definitions;

/// <summary>
/// Tells what re-pinning all open cases to a candidate would do: each is put through the very decision by which it
/// would go over, and nothing is written. Reads page by page; cases opened meanwhile are not among them. Holds
/// references and answers, never who petitions.
/// </summary>
public sealed class OpenCasePreview(ICaseStore store, PackCatalogue packs, TimeProvider clock, AgencyTime time)
{
    /// <summary>Puts all open cases to the test.</summary>
    /// <param name="candidate">The pack as it would be.</param>
    /// <param name="after">Only cases after this one, newest first, are on the page; null: from the first.</param>
    /// <param name="limit">How many cases a page lists; the totals count all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask<OpenCaseDiff> CompareAsync(
        CasePack candidate, CaseId? after, int limit, CancellationToken cancellationToken)
    {
        var active = await packs.ActiveAsync(cancellationToken);
        var trial = new RepinTrial(candidate, active.Activation.Number + 1, clock.GetUtcNow(), time);
        var page = new Page(after, limit);
        await foreach (var row in store.OpenCasesAsync(cancellationToken))
        {
            if (await packs.FindAsync(row.PackHash, cancellationToken) is { } pinned)
            {
                page.Add(row, trial.Of(row, pinned));
            }
            else
            {
                var reason = new Problem(EngineCodes.PackNotFound, "pack", [row.PackHash]);
                page.Add(row, new StayingCase(row.Id, row.PackHash, [reason]));
            }
        }

        var changes = new WhatIf(new PackSide(active.Pack.Rules), new PackSide(candidate.Rules)).Changes;
        return new OpenCaseDiff(changes, page.Moves, page.Staying, page.Totals);
    }

    private sealed class Page(CaseId? after, int limit)
    {
        private bool _isReached = after is null;

        public List<CaseMove> Moves { get; } = [];

        public List<StayingCase> Staying { get; } = [];

        public OpenCaseTotals Totals { get; } = new();

        public void Add(CaseRow row, object found)
        {
            if (found is StayingCase stays)
            {
                Totals.AddStaying();
                Keep(Staying, stays);
            }
            else if (found is CaseMove move)
            {
                Totals.Add(move);
                if (!move.IsNothing)
                {
                    Keep(Moves, move);
                }
            }

            _isReached |= row.Id == after;
        }

        private void Keep<T>(List<T> list, T one)
        {
            if (_isReached && list.Count < limit)
            {
                list.Add(one);
            }
        }
    }
}
