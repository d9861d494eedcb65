using System.Globalization;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Runtime.Stored;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>An instance as it was loaded.</summary>
internal sealed record LoadedInstance(InstanceRow Row, WorkflowProgram Program, WorkflowState State);

/// <summary>
/// Loads an instance, has a burst carry it on, and commits what came of it in one transaction. Where another was
/// faster, all of it is done anew: a burst touches nothing outside.
/// </summary>
internal sealed class InstanceBursts(
    IWorkflowStore store, WorkflowPrograms programs, WorkflowFeatures features, TimeProvider clock)
{
    /// <summary>How often it is done anew; beyond that the caller tries again.</summary>
    public const int AttemptsAtMost = 16;

    /// <summary>Begins an instance that does not exist.</summary>
    public async ValueTask<WorkflowResult> BeginAsync(
        WorkflowProgram program, WorkflowState state, TriggerStart? trigger, string key,
        CancellationToken cancellationToken)
    {
        var burst = BurstOf(program, state, clock.GetUtcNow(), trigger, cancellationToken);
        burst.Start();
        var definition = program.Definition.DefinitionId;
        var end = InstanceCommits.EndOf(InstanceBefore.Nothing, burst);
        var written = StateCodec.Write(state);
        if (written.Finding is { } tooMuch)
        {
            return new WorkflowResult(WorkflowCommandStatus.Refused, state.InstanceId, [tooMuch]);
        }

        var commit = InstanceCommits.Of(InstanceBefore.Nothing, burst, end, written.Bytes, definition, key, []);
        var outcome = await store.CommitAsync(commit, cancellationToken);
        return outcome == InstanceCommitOutcome.Committed
            ? Accepted(state, commit)
            : await RepeatedAsync(state, outcome, cancellationToken);
    }

    /// <summary>
    /// Carries an instance on. <paramref name="act"/> says whether there was anything to do; where there was nothing,
    /// nothing is written. With an expected version it is carried on only from that one.
    /// </summary>
    public async ValueTask<WorkflowResult> CarryAsync(
        string instanceId,
        Func<Burst, bool> act,
        string? key,
        IReadOnlyList<OutboxRow> outbox,
        int? expectedVersion,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= AttemptsAtMost; attempt++)
        {
            var (loaded, problem) = await LoadAsync(instanceId, cancellationToken);
            if (loaded is null)
            {
                return problem!;
            }

            if (expectedVersion is { } expected && loaded.Row.Version != expected)
            {
                return WorkflowResult.Failed(
                    WorkflowCommandStatus.Stale, instanceId, WorkflowCodes.StaleInstance, "instance",
                    expected.ToString(CultureInfo.InvariantCulture),
                    loaded.Row.Version.ToString(CultureInfo.InvariantCulture));
            }

            var (commit, state) = Burst(loaded, act, key, outbox, cancellationToken);
            if (commit is null)
            {
                return new WorkflowResult(WorkflowCommandStatus.NotWaiting, instanceId, [])
                {
                    SubStatus = state.SubStatus,
                };
            }

            var outcome = await store.CommitAsync(commit, cancellationToken);
            if (outcome != InstanceCommitOutcome.VersionConflict)
            {
                return Accepted(state, commit, repeated: outcome == InstanceCommitOutcome.KeyExists);
            }
        }

        return Raced(instanceId);
    }

    /// <summary>Takes away a bookmark that the state does not know of.</summary>
    public async ValueTask<WorkflowResult> BurnAsync(BookmarkRow row, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= AttemptsAtMost; attempt++)
        {
            var instance = (await store.FindAsync(row.InstanceId, cancellationToken))!;
            var open = await store.BookmarksOfAsync(row.InstanceId, cancellationToken);
            if (open.All(one => one.Number != row.Number))
            {
                return new WorkflowResult(WorkflowCommandStatus.NotWaiting, row.InstanceId, []);
            }

            var commit = new InstanceCommit(
                instance.Version, null, instance with { Version = instance.Version + 1 }, [], [row.Number], [], [], [],
                []);
            if (await store.CommitAsync(commit, cancellationToken) == InstanceCommitOutcome.Committed)
            {
                return new WorkflowResult(WorkflowCommandStatus.Accepted, row.InstanceId, []);
            }
        }

        return Raced(row.InstanceId);
    }

    /// <summary>An instance with its program and state; else why it cannot be had.</summary>
    public async ValueTask<(LoadedInstance? Loaded, WorkflowResult? Problem)> LoadAsync(
        string instanceId, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(instanceId, cancellationToken) is not { } row)
        {
            return (null, WorkflowResult.Failed(
                WorkflowCommandStatus.NotFound, instanceId, WorkflowCodes.NoSuchInstance, "instance", instanceId));
        }

        var pins = StateCodec.PinsOf(row.State.Span);
        var (program, problem) = await programs.FindAsync(row.VersionId, pins, cancellationToken);
        var reading = program is null ? null : StateCodec.Read(row.State, program);
        return reading?.State is { } state
            ? (new LoadedInstance(row, program!, state), null)
            : (null, new WorkflowResult(
                WorkflowCommandStatus.Refused, instanceId, [problem ?? reading!.Finding!]));
    }

    private (InstanceCommit? Commit, WorkflowState State) Burst(
        LoadedInstance loaded,
        Func<Burst, bool> act,
        string? key,
        IReadOnlyList<OutboxRow> outbox,
        CancellationToken cancellationToken)
    {
        var (row, program, state) = loaded;
        var before = InstanceBefore.Of(row, state);
        var burst = BurstOf(program, state, NotBefore(row.ChangedAt), null, cancellationToken);
        if (!act(burst))
        {
            return (null, state);
        }

        var end = InstanceCommits.EndOf(before, burst);
        var written = StateCodec.Write(state);
        return written.Finding is { } tooMuch
            ? Stopped(loaded, tooMuch)
            : (InstanceCommits.Of(before, burst, end, written.Bytes, row.DefinitionId, key, outbox), state);
    }

    // What the burst made cannot be kept: the instance stays as it was, and stops with an incident that says so.
    private (InstanceCommit Commit, WorkflowState State) Stopped(LoadedInstance loaded, WorkflowFinding tooMuch)
    {
        var (row, program, _) = loaded;
        var state = StateCodec.Read(row.State, program).State!;
        var before = InstanceBefore.Of(row, state);
        var burst = BurstOf(program, state, NotBefore(row.ChangedAt), null, default);
        burst.Stop(tooMuch.Code, tooMuch.Arguments);
        var end = InstanceCommits.EndOf(before, burst);
        var written = StateCodec.WriteWhole(state).Bytes;
        return (InstanceCommits.Of(before, burst, end, written, row.DefinitionId, null, []), state);
    }

    private Burst BurstOf(
        WorkflowProgram program,
        WorkflowState state,
        DateTimeOffset now,
        TriggerStart? trigger,
        CancellationToken cancellationToken) =>
        new(program, state, features.At(now), clock)
        {
            Journal = new BurstJournal(now), Trigger = trigger, Stopping = cancellationToken,
        };

    // The instance is there: begun by the same, or by something else under the same key.
    private async ValueTask<WorkflowResult> RepeatedAsync(
        WorkflowState state, InstanceCommitOutcome outcome, CancellationToken cancellationToken)
    {
        if (outcome != InstanceCommitOutcome.KeyExists)
        {
            return WorkflowResult.Failed(
                WorkflowCommandStatus.Malformed, state.InstanceId, WorkflowCodes.KeyReused, "key");
        }

        var there = await store.FindAsync(state.InstanceId, cancellationToken);
        return new WorkflowResult(WorkflowCommandStatus.Accepted, state.InstanceId, [])
        {
            Repeated = true, SubStatus = there?.Status, Version = there?.Version ?? 0,
        };
    }

    private static WorkflowResult Raced(string instanceId) => WorkflowResult.Failed(
        WorkflowCommandStatus.LostRace, instanceId, WorkflowCodes.LostRace, "instance",
        AttemptsAtMost.ToString(CultureInfo.InvariantCulture));

    private static WorkflowResult Accepted(WorkflowState state, InstanceCommit commit, bool repeated = false) =>
        new(WorkflowCommandStatus.Accepted, state.InstanceId, [])
        {
            SubStatus = state.SubStatus, Repeated = repeated, Version = commit.Instance.Version,
        };

    // A clock that is set back never makes a journal run backwards.
    private DateTimeOffset NotBefore(DateTimeOffset changedAt)
    {
        var now = clock.GetUtcNow();
        return now > changedAt ? now : changedAt;
    }
}
