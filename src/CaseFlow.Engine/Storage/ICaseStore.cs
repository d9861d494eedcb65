using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Storage;

/// <summary>
/// All that one command writes, in one transaction: receipt, events, case row, deadlines, timers, escalations, outbox.
/// </summary>
/// <param name="ExpectedVersion">The version decided upon; 0 for a new case.</param>
/// <param name="Receipt">The command's receipt.</param>
/// <param name="Case">The case after it.</param>
/// <param name="Events">
/// Sequences ExpectedVersion + 1 and on, gapless. Empty where a timer turned out to be void: then the case's version
/// stays and only receipt and timers are written.
/// </param>
/// <param name="Deadlines">Rows that are new or changed.</param>
/// <param name="Timers">All timers of the case from now on; those stored before are replaced.</param>
/// <param name="Escalations">Steps that fired.</param>
/// <param name="Outbox">Messages for the outside.</param>
public sealed record CaseCommit(
    int ExpectedVersion,
    CommandReceipt Receipt,
    CaseRow Case,
    IReadOnlyList<EventRow> Events,
    IReadOnlyList<DeadlineRow> Deadlines,
    IReadOnlyList<TimerRow> Timers,
    IReadOnlyList<EscalationRow> Escalations,
    IReadOnlyList<OutboxRow> Outbox)
{
    /// <summary>
    /// The lease under which a timer fires; a store refuses a commit whose lease was lost. Null for other commands.
    /// </summary>
    public TimerLease? Lease { get; init; }

    /// <summary>References of petitioners that the case holds from now on; only where it is opened.</summary>
    public IReadOnlyList<PetitionerReference> Petitioners { get; init; } = [];
}

/// <summary>How a commit came out. Anything but <see cref="Committed"/> wrote nothing.</summary>
public enum CommitOutcome
{
    /// <summary>All of it is written and durable.</summary>
    Committed,

    /// <summary>The case is not at the expected version any more.</summary>
    VersionConflict,

    /// <summary>A receipt with this key exists; read it.</summary>
    KeyExists,

    /// <summary>The timer's lease was taken by another host, or the timer is gone.</summary>
    LeaseLost,
}

/// <summary>A case with its deadlines.</summary>
public sealed record StoredCase(CaseRow Case, IReadOnlyList<DeadlineRow> Deadlines);

/// <summary>A lease on a due timer: the fencing number rises with every claim.</summary>
public sealed record TimerLease(CaseId CaseId, string Key, DateTimeOffset DueAt, long Fence);

/// <summary>Which cases to list, newest first; every condition that is set must hold.</summary>
/// <param name="State">Name of the state.</param>
/// <param name="Overdue">Only overdue ones, or only others.</param>
/// <param name="Agency">Agency id.</param>
/// <param name="Text">Tracking code or case id, whole or its beginning.</param>
/// <param name="After">Keyset: only cases after this one in the list's order.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record CaseQuery(
    string? State, bool? Overdue, string? Agency, string? Text, CaseId? After, int Limit)
{
    /// <summary>Only open cases, or only closed ones; null: both.</summary>
    public bool? IsOpen { get; init; }

    /// <summary>Most cases on a page; a store refuses a larger limit, or one below 1, as the caller's fault.</summary>
    public const int LargestPage = 200;
}

/// <summary>The port of the case store. Times are UTC; every method may be called from any thread.</summary>
public interface ICaseStore
{
    /// <summary>The case with all its deadlines, or null.</summary>
    ValueTask<StoredCase?> FindAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>The case of a citizen's code, or null.</summary>
    ValueTask<StoredCase?> FindByTrackingAsync(TrackingCode tracking, CancellationToken cancellationToken);

    /// <summary>The receipt of a key, or null.</summary>
    ValueTask<CommandReceipt?> FindReceiptAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes all of a commit in one durable transaction, or nothing.</summary>
    ValueTask<CommitOutcome> CommitAsync(CaseCommit commit, CancellationToken cancellationToken);

    /// <summary>The history of a case in order; empty where there is no such case.</summary>
    ValueTask<IReadOnlyList<EventRow>> ReadEventsAsync(CaseId id, CancellationToken cancellationToken);

    /// <summary>A page of cases, ordered by id descending (UUIDv7: newest first).</summary>
    ValueTask<IReadOnlyList<CaseRow>> ListAsync(CaseQuery query, CancellationToken cancellationToken);

    /// <summary>How many open cases pin each pack, by the pack's hash; packs that none pins are not here.</summary>
    ValueTask<IReadOnlyDictionary<string, int>> CountOpenByPackAsync(CancellationToken cancellationToken);

    /// <summary>Which of these petitioner references a case holds.</summary>
    ValueTask<IReadOnlySet<PetitionerReference>> HeldAsync(
        IReadOnlyCollection<PetitionerReference> references, CancellationToken cancellationToken);
}

/// <summary>The port of due work.</summary>
public interface ITimerQueue
{
    /// <summary>
    /// Claims up to <paramref name="limit"/> timers due at or before <paramref name="now"/>, earliest first, whose
    /// lease is free or has run out (its end is at or before <paramref name="now"/>). A claimed timer stays until a
    /// commit of its case replaces it.
    /// </summary>
    ValueTask<IReadOnlyList<TimerLease>> ClaimDueAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// When the earliest timer is due, claimed or not; one put off is due no sooner than it was put off to. Null where
    /// there is none.
    /// </summary>
    ValueTask<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>Puts a claimed timer off (after a failure); does nothing where the lease was lost.</summary>
    ValueTask PostponeAsync(TimerLease lease, DateTimeOffset until, CancellationToken cancellationToken);
}

/// <summary>A claimed message.</summary>
public sealed record OutboxLease(OutboxRow Message, int Attempt, long Fence);

/// <summary>The port of messages for the outside.</summary>
public interface IOutboxQueue
{
    /// <summary>
    /// Claims up to <paramref name="limit"/> messages due at or before <paramref name="now"/>, oldest first.
    /// </summary>
    ValueTask<IReadOnlyList<OutboxLease>> ClaimAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancellationToken);

    /// <summary>Marks a message delivered; false where the lease was lost.</summary>
    ValueTask<bool> CompleteAsync(OutboxLease lease, DateTimeOffset deliveredAt, CancellationToken cancellationToken);

    /// <summary>Puts a message back for another attempt at <paramref name="at"/>.</summary>
    ValueTask RetryAsync(OutboxLease lease, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>How many messages wait.</summary>
    ValueTask<long> CountWaitingAsync(CancellationToken cancellationToken);
}
