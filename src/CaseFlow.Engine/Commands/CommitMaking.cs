using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Escalations;
using CaseFlow.Engine.Events;
using CaseFlow.Engine.Outbox;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Commands;

/// <summary>Turns a decision into the rows that one transaction writes. Pure.</summary>
internal static class CommitMaking
{
    /// <summary>The commit of a decision.</summary>
    /// <param name="before">The case as it was decided upon; null for a new one.</param>
    /// <param name="stored">Its rows; null for a new one.</param>
    /// <param name="decided">The decision.</param>
    /// <param name="receipt">The command's receipt.</param>
    /// <param name="circumstances">As decided upon.</param>
    public static CaseCommit Of(
        CaseState? before, StoredCase? stored, Decided decided, CommandReceipt receipt, Circumstances circumstances)
    {
        var state = decided.State;
        return new CaseCommit(
            before?.Version ?? 0,
            receipt,
            RowOf(state),
            [.. decided.Events.Select(recorded => EventCodec.Encode(state.Id, recorded))],
            DeadlinesOf(before, stored, decided),
            TimerPlan.Of(state, circumstances).Timers,
            [.. decided.Events.SelectMany(recorded => EscalationOf(state.Id, recorded))],
            OutboxMessages.Of(state, decided.Events))
        {
            Petitioners = before is null ? [.. state.Petitioners] : [],
        };
    }

    private static CaseRow RowOf(CaseState state) => new(
        state.Id,
        state.Version,
        state.Lifecycle,
        state.State,
        state.IsOpen,
        state.Agency,
        state.Holder,
        state.OpenedOn,
        state.Tracking,
        state.PackHash,
        state.Parent,
        state.Clocks.Any(clock => clock.IsOverdue),
        NextDueOn(state),
        CaseDocument.Write(state));

    private static DateOnly? NextDueOn(CaseState state) => state.Clocks
        .Where(clock => clock.Status == ClockStatus.Running && !clock.Statement.IsWaitingPeriod)
        .Min(clock => clock.Statement.LastDay);

    private static IReadOnlyList<DeadlineRow> DeadlinesOf(CaseState? before, StoredCase? stored, Decided decided)
    {
        var statements = StatementsOf(decided.Events);
        var rows = new List<DeadlineRow>();
        foreach (var clock in decided.State.Clocks)
        {
            if (ReferenceEquals(clock, before?.ClockOf(clock.Started)))
            {
                continue;
            }

            var statement = statements.TryGetValue(clock.Started, out var made)
                ? CaseDocument.WriteStatement(made)
                : stored!.Deadlines.First(row => row.StartedSequence == clock.Started).Statement;
            rows.Add(RowOf(decided.State.Id, clock, statement));
        }

        return rows;
    }

    private static DeadlineRow RowOf(CaseId id, DeadlineClock clock, string statement) => new(
        id,
        clock.Started,
        clock.Name,
        clock.Statement.IsWaitingPeriod,
        NameOf(clock.Status),
        clock.Statement.LastDay,
        clock.Statement.BreachesAt,
        clock.BreachedAt,
        statement);

    // The whole statement, day by day, stands in the events alone; a clock of the case holds it in brief.
    private static Dictionary<int, DeadlineStatement> StatementsOf(IReadOnlyList<RecordedEvent> events)
    {
        var statements = new Dictionary<int, DeadlineStatement>();
        foreach (var recorded in events)
        {
            var made = recorded.Event switch
            {
                DeadlineStarted e => (recorded.Sequence, e.Statement),
                DeadlineSuspended e => (e.Started, e.Statement),
                DeadlineResumed e => (e.Started, e.Statement),
                DeadlineExtended e => (e.Started, e.Statement),
                _ => (0, null),
            };
            if (made.Item2 is { } statement)
            {
                statements[made.Item1] = statement;
            }
        }

        return statements;
    }

    private static IEnumerable<EscalationRow> EscalationOf(CaseId id, RecordedEvent recorded) =>
        recorded.Event is EscalationStepFired { Identity: var step }
            ? [new EscalationRow(id, step.Started, step.Ladder, step.Step, step.Occurrence, recorded.RecordedAt)]
            : [];

    private static string NameOf(ClockStatus status) => status switch
    {
        ClockStatus.Running => "running",
        ClockStatus.Suspended => "suspended",
        ClockStatus.Met => "met",
        ClockStatus.Voided => "voided",
        _ => "ended",
    };
}
