using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Storage;

/// <summary>A version of a definition as published. It never changes; instances pin it.</summary>
/// <param name="VersionId">Unique among all versions of all definitions.</param>
/// <param name="DefinitionId">The stable id, the same for all versions.</param>
/// <param name="Version">From 1, rising; unique in the definition.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsPublished">Whether this version starts new instances: the one published last does.</param>
/// <param name="Json">The definition, as it was given; lists leave it out.</param>
/// <param name="PublishedAt">When it was written, UTC.</param>
public sealed record DefinitionRow(
    string VersionId,
    string DefinitionId,
    int Version,
    string? Name,
    bool IsPublished,
    ReadOnlyMemory<byte> Json,
    DateTimeOffset PublishedAt)
{
    /// <summary>What every store asks before it publishes: the triggers are the version's own.</summary>
    /// <exception cref="InvalidOperationException">They are not, or two are of one activity.</exception>
    public void RequireOwn(IReadOnlyList<TriggerRow> triggers)
    {
        if (triggers.Any(row => row.DefinitionId != DefinitionId || row.VersionId != VersionId)
            || triggers.DistinctBy(row => row.ActivityId).Count() != triggers.Count)
        {
            throw new InvalidOperationException("A version is published with its own triggers, one an activity.");
        }
    }
}

/// <summary>What starts instances of a published definition. (definition, activity) is unique.</summary>
/// <param name="DefinitionId">The definition.</param>
/// <param name="VersionId">Its published version.</param>
/// <param name="ActivityId">The activity that the instance begins with.</param>
/// <param name="Kind">As of a bookmark: <see cref="BookmarkKinds.Time"/>, <see cref="BookmarkKinds.Event"/> …</param>
/// <param name="Key">What the one who starts it looks for: an event's name; empty: nothing.</param>
/// <param name="DueAt">When time starts the next one, UTC; null: time does not.</param>
public sealed record TriggerRow(
    string DefinitionId, string VersionId, string ActivityId, string Kind, string Key, DateTimeOffset? DueAt);

/// <summary>An instance: what lists are made from, and its state.</summary>
/// <param name="Id">Unique; what starts it may derive it, so that it starts once.</param>
/// <param name="Version">How many commits made it, from 1.</param>
/// <param name="DefinitionId">The definition.</param>
/// <param name="VersionId">The version that it pins.</param>
/// <param name="Status">What it is doing.</param>
/// <param name="Name">What people call it; null: nothing.</param>
/// <param name="CorrelationId">What events find it by, in case processes the case's id; null: nothing.</param>
/// <param name="ChangedAt">When it was last changed, UTC.</param>
/// <param name="State">The state as bytes; only the state's codec reads them.</param>
public sealed record InstanceRow(
    string Id,
    int Version,
    string DefinitionId,
    string VersionId,
    WorkflowSubStatus Status,
    string? Name,
    string? CorrelationId,
    DateTimeOffset ChangedAt,
    ReadOnlyMemory<byte> State);

/// <summary>What an instance waits for. (instance, number) is unique, for ever.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Number">The bookmark's number in the instance.</param>
/// <param name="Kind">One of <see cref="BookmarkKinds"/>.</param>
/// <param name="Key">What the one who resumes it looks for; empty: nobody looks for it.</param>
/// <param name="CorrelationId">The instance's, when it began to wait; null: none.</param>
/// <param name="DueAt">
/// When the host must turn to it, UTC: time has come, or work is to be done; null: something else resumes it.
/// </param>
public sealed record BookmarkRow(
    string InstanceId, int Number, string Kind, string Key, string? CorrelationId, DateTimeOffset? DueAt);

/// <summary>A line of an instance's journal; the store numbers them, from 1, gapless in the instance.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="NodeId">The activity, as ids from the root joined by `:`; empty: the instance as a whole.</param>
/// <param name="What">What happened.</param>
/// <param name="Detail">The outcomes, the line printed, what it waits for, the incident's code; null: nothing.</param>
public readonly record struct JournalRow(DateTimeOffset At, string NodeId, JournalEvent What, string? Detail);

/// <summary>What a line of a journal tells.</summary>
public enum JournalEvent
{
    /// <summary>It began.</summary>
    Started,

    /// <summary>It completed; the outcomes.</summary>
    Completed,

    /// <summary>It was ended from outside.</summary>
    Cancelled,

    /// <summary>It waits; for what.</summary>
    Waiting,

    /// <summary>What it waited for has come.</summary>
    Resumed,

    /// <summary>It printed; the line.</summary>
    Printed,

    /// <summary>It could not go on; the code.</summary>
    Faulted,

    /// <summary>An operator had it run again; who.</summary>
    Retried,

    /// <summary>An operator passed it over; who.</summary>
    Skipped,

    /// <summary>A task was claimed, released or given to another; who, to whom.</summary>
    Assigned,
}

/// <summary>An incident as stored. (instance, number) is unique.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Number">From 1 in the instance.</param>
/// <param name="NodeId">The activity.</param>
/// <param name="Type">The activity's type.</param>
/// <param name="Code">`CF10###`.</param>
/// <param name="Arguments">What the message quotes; never personal data.</param>
/// <param name="At">When, UTC.</param>
/// <param name="ResolvedAt">When an operator dealt with it, UTC; null: it is open.</param>
public sealed record IncidentRow(
    string InstanceId,
    int Number,
    string NodeId,
    string Type,
    string Code,
    IReadOnlyList<string> Arguments,
    DateTimeOffset At,
    DateTimeOffset? ResolvedAt);

/// <summary>A human task: a bookmark of kind <see cref="BookmarkKinds.Human"/> as the inbox shows it.</summary>
/// <param name="Id">`{instance}/{bookmark}`.</param>
/// <param name="InstanceId">The instance that waits.</param>
/// <param name="Bookmark">The bookmark's number.</param>
/// <param name="CaseId">The case it is about; null: none.</param>
/// <param name="Title">What is to be done; no personal data.</param>
/// <param name="Role">Who may claim it.</param>
/// <param name="Assignee">Who has claimed it, or was given it; null: nobody.</param>
/// <param name="DueOn">The last day, inclusive, local; null: none.</param>
/// <param name="Outcomes">How it may be completed.</param>
/// <param name="CreatedAt">When it came into the inbox, UTC.</param>
public sealed record TaskRow(
    string Id,
    string InstanceId,
    int Bookmark,
    string? CaseId,
    string Title,
    string Role,
    string? Assignee,
    DateOnly? DueOn,
    IReadOnlyList<string> Outcomes,
    DateTimeOffset CreatedAt)
{
    /// <summary>
    /// The agency whose task it is. A commit that names none makes it the task of its case's agency, for as long as
    /// that is so: a task goes with its case. Null: of none.
    /// </summary>
    public string? Agency { get; init; }

    /// <summary>The id of the task of a bookmark.</summary>
    public static string IdOf(string instanceId, int bookmark) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{instanceId}/{bookmark}");

    /// <summary>The instance and the bookmark of a task's id; null: it is none.</summary>
    internal static (string InstanceId, int Bookmark)? PlaceOf(string taskId)
    {
        var slash = taskId.LastIndexOf('/');
        return slash > 0 && int.TryParse(
            taskId.AsSpan(slash + 1), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var bookmark)
                ? (taskId[..slash], bookmark)
                : null;
    }

    /// <summary>Where it stands in the list of tasks.</summary>
    public TaskPlace Place => new(DueOn, Id);
}
