using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Host.Demo;

/// <summary>What became of the petitions of one kind.</summary>
/// <param name="Kind">The kind: the lifecycle's name.</param>
/// <param name="Received">How many were received.</param>
/// <param name="Decided">How many reached a decision, an answer or what else their kind ends with.</param>
/// <param name="Escalated">For how many at least one step of a ladder came.</param>
/// <param name="Late">How many broke at least one deadline.</param>
internal sealed record DemoRow(string Kind, int Received, int Decided, int Escalated, int Late);

/// <summary>
/// Counts what the histories say, up to the end of what was played; what was served after it does not count.
/// </summary>
internal sealed class DemoTally(ICaseStore store, EventCodec codec, IReadOnlySet<string> decidedStates)
{
    /// <summary>One row a kind, in the order of first reception.</summary>
    public async ValueTask<IReadOnlyList<DemoRow>> CountAsync(
        IEnumerable<CaseId> cases, DateTimeOffset playedUntil, CancellationToken cancellationToken)
    {
        var counts = new OrderedDictionary<string, DemoRow>(StringComparer.Ordinal);
        foreach (var caseId in cases)
        {
            var history = await store.ReadEventsAsync(caseId, cancellationToken);
            var events = history
                .Where(row => row.RecordedAt <= playedUntil)
                .Select(row => codec.Decode(row).Event)
                .ToList();
            var kind = events.OfType<CaseOpened>().First().Lifecycle;
            var row = counts.TryGetValue(kind, out var counted) ? counted : new DemoRow(kind, 0, 0, 0, 0);
            counts[kind] = Add(row, events);
        }

        return [.. counts.Values];
    }

    private DemoRow Add(DemoRow row, List<CaseEvent> events) => row with
    {
        Received = row.Received + 1,
        Decided = row.Decided + One(events.OfType<StateChanged>().Any(change => decidedStates.Contains(change.To))),
        Escalated = row.Escalated + One(events.OfType<EscalationStepFired>().Any()),
        Late = row.Late + One(events.OfType<DeadlineBreached>().Any()),
    };

    private static int One(bool counts) => counts ? 1 : 0;
}
