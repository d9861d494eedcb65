using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// The one way into workflows: publishes definitions, begins instances and carries them on, each step in one
/// transaction. Never throws on bad input. Safe to share between threads, and between hosts that share the store.
/// </summary>
public sealed partial class WorkflowEngine
{
    private readonly IWorkflowStore _store;
    private readonly ITaskInbox _inbox;
    private readonly TimeProvider _clock;
    private readonly WorkflowFeatures _features;
    private readonly WorkflowPrograms _programs;
    private readonly InstanceBursts _bursts;

    /// <summary>An engine over its ports.</summary>
    /// <param name="store">Where definitions and instances are.</param>
    /// <param name="inbox">Where human tasks are.</param>
    /// <param name="features">What definitions may use here.</param>
    /// <param name="clock">Tells the time.</param>
    public WorkflowEngine(IWorkflowStore store, ITaskInbox inbox, WorkflowFeatures features, TimeProvider clock)
    {
        (_store, _inbox, _features, _clock) = (store, inbox, features, clock);
        _programs = new WorkflowPrograms(store, features);
        _bursts = new InstanceBursts(store, _programs, features, clock);
    }

    /// <summary>
    /// Begins an instance and carries it on until it waits or ends. A repeat under the same key changes nothing, and
    /// gives the same instance; something else under the key is refused.
    /// </summary>
    public async ValueTask<WorkflowResult> StartAsync(StartWorkflow start, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(start.Key))
        {
            return WorkflowResult.Failed(WorkflowCommandStatus.Malformed, "", WorkflowCodes.NoKey, "key");
        }

        return await BeginFoundAsync(start, null, cancellationToken);
    }

    /// <summary>
    /// Goes on where an instance waits, with what came. A bookmark burns once: a repeat is
    /// <see cref="WorkflowCommandStatus.NotWaiting"/>.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="bookmark">The bookmark's number.</param>
    /// <param name="answer">What came, as a workflow's value.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public ValueTask<WorkflowResult> ResumeAsync(
        string instanceId, int bookmark, object? answer, CancellationToken cancellationToken) =>
        ResumeAsync(instanceId, bookmark, answer, (int?)null, cancellationToken);

    /// <summary>The same, only from the version that the caller saw; null: from any.</summary>
    public async ValueTask<WorkflowResult> ResumeAsync(
        string instanceId,
        int bookmark,
        object? answer,
        int? expectedVersion,
        CancellationToken cancellationToken) =>
        ValueSize.IsWithin(answer)
            ? await _bursts.CarryAsync(
                instanceId, burst => burst.Resume(bookmark, answer), null, [], expectedVersion, cancellationToken)
            : TooLarge(instanceId, "answer", answer);

    /// <summary>
    /// The same under a key: a repeat is accepted and changes nothing; something else under the key is refused.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="bookmark">The bookmark's number.</param>
    /// <param name="answer">What came, as a workflow's value.</param>
    /// <param name="key">Under what it is asked for.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public ValueTask<WorkflowResult> ResumeAsync(
        string instanceId, int bookmark, object? answer, RequestKey key, CancellationToken cancellationToken) =>
        ResumeAsync(instanceId, bookmark, answer, key, null, cancellationToken);

    /// <summary>The same, only from the version that the caller saw; null: from any. A repeat stays one.</summary>
    public async ValueTask<WorkflowResult> ResumeAsync(
        string instanceId,
        int bookmark,
        object? answer,
        RequestKey key,
        int? expectedVersion,
        CancellationToken cancellationToken)
    {
        if (!ValueSize.IsWithin(answer))
        {
            return TooLarge(instanceId, "answer", answer);
        }

        var beginning = RequestReceipts.Beginning(bookmark, key);
        var receipt = RequestReceipts.Of(beginning, answer);
        if (await RepeatOfAsync(instanceId, beginning, receipt, cancellationToken) is { } before)
        {
            return before;
        }

        var result = await _bursts.CarryAsync(
            instanceId, burst => burst.Resume(bookmark, answer), receipt, [], expectedVersion, cancellationToken);

        // The first of two at once may have committed in between.
        return result.Status is WorkflowCommandStatus.NotWaiting or WorkflowCommandStatus.Stale
            ? await RepeatOfAsync(instanceId, beginning, receipt, cancellationToken) ?? result
            : result;
    }

    /// <summary>The same, with messages for the outside in the same transaction.</summary>
    internal ValueTask<WorkflowResult> ResumeAsync(
        string instanceId,
        int bookmark,
        object? answer,
        IReadOnlyList<OutboxRow> outbox,
        CancellationToken cancellationToken) =>
        _bursts.CarryAsync(
            instanceId, burst => burst.Resume(bookmark, answer), null, outbox, null, cancellationToken);

    /// <summary>Ends an instance; what it waits for is void.</summary>
    public ValueTask<WorkflowResult> CancelAsync(string instanceId, CancellationToken cancellationToken) =>
        CancelAsync(instanceId, null, cancellationToken);

    /// <summary>The same, only from the version that the caller saw; null: from any.</summary>
    public ValueTask<WorkflowResult> CancelAsync(
        string instanceId, int? expectedVersion, CancellationToken cancellationToken) =>
        _bursts.CarryAsync(
            instanceId,
            burst =>
            {
                var goesOn = burst.State.SubStatus is not (WorkflowSubStatus.Finished or WorkflowSubStatus.Cancelled);
                if (goesOn)
                {
                    burst.Cancel();
                }

                return goesOn;
            },
            null,
            [],
            expectedVersion,
            cancellationToken);

    /// <summary>
    /// Does again what an incident stopped. An instance that incidents ended goes on when all of them are dealt with.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="incident">The incident's number, from 1.</param>
    /// <param name="by">Who asks for it: the id of an operator.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public ValueTask<WorkflowResult> RetryAsync(
        string instanceId, int incident, string by, CancellationToken cancellationToken) =>
        RetryAsync(instanceId, incident, by, null, cancellationToken);

    /// <summary>The same, only from the version that the caller saw; null: from any.</summary>
    public ValueTask<WorkflowResult> RetryAsync(
        string instanceId, int incident, string by, int? expectedVersion, CancellationToken cancellationToken) =>
        _bursts.CarryAsync(
            instanceId, burst => burst.Retry(incident, by), null, [], expectedVersion, cancellationToken);

    /// <summary>Passes over the activity that an incident stopped: it completes with an outcome.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="incident">The incident's number, from 1.</param>
    /// <param name="outcome">The outcome; null: `Done`.</param>
    /// <param name="by">Who asks for it: the id of an operator.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public ValueTask<WorkflowResult> SkipAsync(
        string instanceId, int incident, string? outcome, string by, CancellationToken cancellationToken) =>
        SkipAsync(instanceId, incident, outcome, by, null, cancellationToken);

    /// <summary>The same, only from the version that the caller saw; null: from any.</summary>
    public ValueTask<WorkflowResult> SkipAsync(
        string instanceId,
        int incident,
        string? outcome,
        string by,
        int? expectedVersion,
        CancellationToken cancellationToken) =>
        _bursts.CarryAsync(
            instanceId,
            burst => burst.Skip(incident, outcome is null ? Outcomes.Done : [outcome], by),
            null,
            [],
            expectedVersion,
            cancellationToken);

    /// <summary>The work of a bookmark failed for good.</summary>
    internal ValueTask<WorkflowResult> GiveUpAsync(
        string instanceId,
        int bookmark,
        string code,
        IReadOnlyList<string> arguments,
        CancellationToken cancellationToken) =>
        _bursts.CarryAsync(
            instanceId, burst => burst.GiveUp(bookmark, code, arguments), null, [], null, cancellationToken);

    /// <summary>
    /// Incidents ended an instance that another waits for, which hears of it once, where it has something to do then.
    /// </summary>
    internal ValueTask<WorkflowResult> TellFaultAsync(
        ParentLink parent, WorkflowState faulted, CancellationToken cancellationToken) =>
        _bursts.CarryAsync(
            parent.InstanceId,
            burst => burst.Tell(parent.Bookmark, EndedHandler.AnswerOf(faulted)),
            WorkflowIds.OfFault(faulted.InstanceId, faulted.Incidents.Count),
            [],
            null,
            cancellationToken);

    /// <summary>The host has told the one that waits for an ended instance: its bookmark is gone.</summary>
    internal ValueTask<WorkflowResult> BurnAsync(BookmarkRow row, CancellationToken cancellationToken) =>
        _bursts.BurnAsync(row, cancellationToken);

    /// <summary>
    /// When a trigger by time starts the next instance: after the last by its own measure, and where the host was away
    /// for longer than that, after now. Null: never.
    /// </summary>
    internal async ValueTask<DateTimeOffset?> NextOfAsync(TriggerRow trigger, CancellationToken cancellationToken)
    {
        var row = await _store.FindVersionAsync(trigger.VersionId, cancellationToken);
        var program = row is null ? null : (await _programs.FindForStartAsync(row, cancellationToken)).Program;
        if (program?.Nodes.FirstOrDefault(node => node.NodeId == trigger.ActivityId) is not { } node)
        {
            return null;
        }

        var reading = new TriggerReading(program, _features);
        var now = _clock.GetUtcNow();
        var next = reading.Read(node, trigger.DueAt!.Value).Stimulus?.DueAt;
        return next is null || next > now ? next : reading.Read(node, now).Stimulus?.DueAt;
    }

    /// <summary>An instance with its program and state; else why it cannot be had.</summary>
    internal ValueTask<(LoadedInstance? Loaded, WorkflowResult? Problem)> LoadAsync(
        string instanceId, CancellationToken cancellationToken) => _bursts.LoadAsync(instanceId, cancellationToken);

    private static WorkflowResult TooLarge(string instanceId, string name, object? value) => WorkflowResult.Failed(
        WorkflowCommandStatus.Malformed, instanceId, WorkflowCodes.ValueTooLarge, name,
        [.. ValueSize.Arguments(name, value)]);

    // Null: nothing was asked under the key before.
    private async ValueTask<WorkflowResult?> RepeatOfAsync(
        string instanceId, string beginning, string receipt, CancellationToken cancellationToken)
    {
        if (await _store.FindReceiptAsync(instanceId, beginning, cancellationToken) is not { } found)
        {
            return null;
        }

        var instance = await _store.FindAsync(instanceId, cancellationToken);
        return found == receipt
            ? new WorkflowResult(WorkflowCommandStatus.Accepted, instanceId, [])
            {
                Repeated = true, SubStatus = instance?.Status, Version = instance?.Version ?? 0,
            }
            : WorkflowResult.Failed(
                WorkflowCommandStatus.Malformed, instanceId, WorkflowCodes.KeyReused, "key");
    }

    private async ValueTask<WorkflowResult> BeginFoundAsync(
        StartWorkflow start, string? key, CancellationToken cancellationToken)
    {
        var (program, problem) = await FindProgramAsync(start, cancellationToken);
        if (program is null)
        {
            return new WorkflowResult(WorkflowCommandStatus.NotFound, "", [problem!]);
        }

        var (input, problems) = WorkflowInput.Of(program.Definition, start);
        return problems.Count > 0
            ? new WorkflowResult(WorkflowCommandStatus.Malformed, "", problems)
            : await BeginAsync(program, start, input, key, cancellationToken);
    }

    private ValueTask<WorkflowResult> BeginAsync(
        WorkflowProgram program,
        StartWorkflow start,
        IReadOnlyDictionary<string, object?> input,
        string? key,
        CancellationToken cancellationToken)
    {
        var state = new WorkflowState
        {
            InstanceId = WorkflowIds.OfInstance(start.Key),
            VersionId = program.Definition.VersionId,
            Pins = program.Pins,
            Input = input,
            Parent = start.Parent,
            TriggeredBy = start.Trigger?.ActivityId,
            CorrelationId = start.CorrelationId,
        };
        return _bursts.BeginAsync(
            program, state, start.Trigger, key ?? RequestReceipts.OfStart(start), cancellationToken);
    }

    private async ValueTask<(WorkflowProgram? Program, WorkflowFinding? Problem)> FindProgramAsync(
        StartWorkflow start, CancellationToken cancellationToken)
    {
        if (start.VersionId is { } version)
        {
            return await _store.FindVersionAsync(version, cancellationToken) is { } named
                ? await _programs.FindForStartAsync(named, cancellationToken)
                : (null, WorkflowResult.Problem(WorkflowCodes.NoSuchVersion, "version", version));
        }

        return await _store.FindPublishedAsync(start.DefinitionId, cancellationToken) is { } row
            ? await _programs.FindForStartAsync(row, cancellationToken)
            : (null, WorkflowResult.Problem(WorkflowCodes.NotPublished, "definition", start.DefinitionId));
    }
}
