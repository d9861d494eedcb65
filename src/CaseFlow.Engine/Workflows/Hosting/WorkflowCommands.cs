using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>How a command to workflows came out.</summary>
public enum WorkflowCommandStatus
{
    /// <summary>It took effect, now or under the same key before.</summary>
    Accepted,

    /// <summary>
    /// There is nothing to do: the bookmark is burnt, or the instance has ended. It is the answer to every repeat.
    /// </summary>
    NotWaiting,

    /// <summary>Something in it is missing or wrong.</summary>
    Malformed,

    /// <summary>What it names does not exist.</summary>
    NotFound,

    /// <summary>It cannot be carried out as things stand.</summary>
    Refused,

    /// <summary>Others were faster again and again; try again.</summary>
    LostRace,

    /// <summary>The instance has changed since the caller saw it.</summary>
    Stale,
}

/// <summary>What a command to an instance came to.</summary>
/// <param name="Status">In which way.</param>
/// <param name="InstanceId">The instance; empty: there is none.</param>
/// <param name="Problems">Every reason why it was not carried out.</param>
public sealed record WorkflowResult(
    WorkflowCommandStatus Status, string InstanceId, IReadOnlyList<WorkflowFinding> Problems)
{
    /// <summary>What the instance is doing after it; null where that is not known.</summary>
    public WorkflowSubStatus? SubStatus { get; init; }

    /// <summary>Whether it had taken effect before, and nothing was changed.</summary>
    public bool Repeated { get; init; }

    /// <summary>The instance's version after it; 0 where that is not known.</summary>
    public int Version { get; init; }

    internal static WorkflowResult Failed(
        WorkflowCommandStatus status, string instanceId, string code, string path, params string[] arguments) =>
        new(status, instanceId, [Problem(code, path, arguments)]);

    internal static WorkflowFinding Problem(string code, string path, params string[] arguments) =>
        new(code, Severity.Error, path, arguments);
}

/// <summary>
/// Has an instance begin. The instance's id is derived from the key, so that it begins once, however often it is asked.
/// </summary>
/// <param name="Key">Unique among all starts, for ever: chosen by who starts it.</param>
/// <param name="DefinitionId">The definition; its published version is taken.</param>
public sealed record StartWorkflow(string Key, string DefinitionId)
{
    /// <summary>The version to take; null: the published one.</summary>
    public string? VersionId { get; init; }

    /// <summary>What the starter gives, by name.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>.Empty;

    /// <summary>What events find it by; null: nothing.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>
    /// The bookmark of another instance that waits for its end; null: nobody does. When it ends, in whichever way, that
    /// bookmark is resumed with values by name: `WorkflowInstanceId`, `WorkflowStatus`, `WorkflowSubStatus` and
    /// `WorkflowOutput`.
    /// </summary>
    public ParentLink? Parent { get; init; }

    /// <summary>The trigger that starts it; null: no trigger does.</summary>
    public TriggerStart? Trigger { get; init; }
}

/// <summary>Under what a caller asks for something, so that asking again does it once.</summary>
/// <param name="By">Who asks; keys of different callers never meet.</param>
/// <param name="Key">The caller's key, unique among what he asks of one bookmark or task.</param>
public sealed record RequestKey(string By, string Key);

/// <summary>The activity whose trigger starts an instance.</summary>
/// <param name="ActivityId">Its id in the definition.</param>
/// <param name="Payload">What came with what triggered it.</param>
public sealed record TriggerStart(string ActivityId, object? Payload);

/// <summary>Tells an event to all that wait for it, and starts what it triggers.</summary>
/// <param name="Key">Unique among all events, for ever: an instance hears of it once.</param>
/// <param name="Name">The event's name, case-sensitive.</param>
public sealed record DeliverEvent(string Key, string Name)
{
    /// <summary>Only instances that have this correlation id; what it triggers gets it. Null: all.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Only this instance, and nothing is started; null: all.</summary>
    public string? InstanceId { get; init; }

    /// <summary>What comes with it.</summary>
    public object? Payload { get; init; }
}

/// <summary>What the delivery of an event came to.</summary>
/// <param name="Resumed">The instances that went on.</param>
/// <param name="Started">The instances that began.</param>
/// <param name="Problems">Why some could not; the others were not kept by that.</param>
public sealed record EventResult(
    IReadOnlyList<string> Resumed, IReadOnlyList<string> Started, IReadOnlyList<WorkflowFinding> Problems);

/// <summary>Completes a human task.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Outcome">One of the task's outcomes.</param>
/// <param name="By">Who did it: the id of an officer. A task that was claimed is completed by who claimed it.</param>
public sealed record CompleteTask(string TaskId, string Outcome, string By)
{
    /// <summary>What came of it; null: nothing beyond the outcome.</summary>
    public object? Result { get; init; }

    /// <summary>
    /// Under what it is asked for: a repeat is then accepted, and the same key with something else refused
    /// (<see cref="WorkflowCodes.KeyReused"/>). Null: a repeat finds nothing that waits.
    /// </summary>
    public RequestKey? Key { get; init; }
}

/// <summary>What publishing came to.</summary>
/// <param name="VersionId">The version that starts new instances now; null: it was not published.</param>
/// <param name="Version">Its number.</param>
/// <param name="Findings">Everything found; an error keeps it from being published.</param>
public sealed record PublishResult(string? VersionId, int Version, IReadOnlyList<WorkflowFinding> Findings)
{
    /// <summary>Whether the published version says the same already, and nothing was written.</summary>
    public bool Repeated { get; init; }
}
