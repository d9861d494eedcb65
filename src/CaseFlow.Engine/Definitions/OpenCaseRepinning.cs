using System.Globalization;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Definitions;

/// <summary>How far open cases have gone over to the current pack.</summary>
/// <param name="Activation">The number of the activation.</param>
/// <param name="Repinned">Cases that went over in this run.</param>
/// <param name="StayingTotal">Cases that keep their pack because the new one does not know what they hold.</param>
/// <param name="Staying">The first of them, newest first.</param>
public sealed record RepinRun(int Activation, int Repinned, int StayingTotal, IReadOnlyList<StayingCase> Staying)
{
    /// <summary>As many as a person may read.</summary>
    public const int StayingListed = 200;
}

/// <summary>
/// Lets open cases go over to the current pack, one command a case, where its activation says so. A run that is cut off
/// is taken up by the next one: what has gone over is passed by, and each case goes over once. For one run at a time.
/// </summary>
public sealed class OpenCaseRepinning(ICaseStore store, CaseEngine engine, PackCatalogue packs)
{
    private RepinRun? _last;

    /// <summary>The last run that came to its end on this host; null for none.</summary>
    public RepinRun? Last => Volatile.Read(ref _last);

    /// <summary>
    /// Looks through all open cases; null where the current pack's activation leaves them alone. Ends early where
    /// another pack becomes current.
    /// </summary>
    public async ValueTask<RepinRun?> RunOnceAsync(CancellationToken cancellationToken)
    {
        var active = await packs.ActiveAsync(cancellationToken);
        if (active.Activation.OpenCases != OpenCasePolicy.Repin)
        {
            return null;
        }

        var (repinned, total, staying) = (0, 0, new List<StayingCase>());
        await foreach (var row in store.OpenCasesAsync(cancellationToken))
        {
            if (await packs.ActiveAsync(cancellationToken) != active)
            {
                return null;
            }

            if (row.PackHash == active.Pack.Bound.Hash)
            {
                continue;
            }

            var result = await engine.ExecuteAsync(Command(row, active), cancellationToken);
            var isOver = result.Status is CommandStatus.Accepted;
            repinned += isOver ? 1 : 0;
            total += isOver ? 0 : 1;
            if (!isOver && staying.Count < RepinRun.StayingListed)
            {
                staying.Add(new StayingCase(row.Id, row.PackHash, result.Problems));
            }
        }

        var run = new RepinRun(active.Activation.Number, repinned, total, staying);
        Volatile.Write(ref _last, run);
        return run;
    }

    private static RepinCase Command(CaseRow row, ActivePack active) => new(
        string.Create(CultureInfo.InvariantCulture, $"repin/{active.Activation.Number}/{row.Id}"),
        new Principal(active.Activation.Principal, []),
        row.Id,
        active.Pack.Bound.Hash,
        active.Activation.Number);
}
