namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>Whether an instance still goes on.</summary>
public enum WorkflowStatus
{
    /// <summary>It goes on, now or when something comes.</summary>
    Running,

    /// <summary>It has ended.</summary>
    Finished,
}

/// <summary>What exactly an instance is doing.</summary>
public enum WorkflowSubStatus
{
    /// <summary>It was made and has not begun.</summary>
    Pending,

    /// <summary>It is being carried on.</summary>
    Executing,

    /// <summary>It waits.</summary>
    Suspended,

    /// <summary>It has done all it had to do.</summary>
    Finished,

    /// <summary>An incident ended it.</summary>
    Faulted,

    /// <summary>Someone ended it.</summary>
    Cancelled,
}

/// <summary>What an activity's run is doing.</summary>
public enum ActivityStatus
{
    /// <summary>It runs or waits.</summary>
    Running,

    /// <summary>It has completed.</summary>
    Completed,

    /// <summary>It was ended from outside.</summary>
    Cancelled,

    /// <summary>It could not go on.</summary>
    Faulted,
}

/// <summary>
/// An instance of a workflow: all that a later burst needs to go on. It is changed only by a <see cref="Burst"/>, which
/// belongs to one thread.
/// </summary>
public sealed class WorkflowState
{
    /// <summary>The instance's id.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The version that it pins.</summary>
    public required string VersionId { get; init; }

    /// <summary>
    /// What references to other workflows came to when it began: what was asked for, and the id of the version; empty:
    /// there was none.
    /// </summary>
    public IReadOnlyDictionary<string, string> Pins { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Whether it goes on.</summary>
    public WorkflowStatus Status { get; internal set; }

    /// <summary>What it is doing.</summary>
    public WorkflowSubStatus SubStatus { get; internal set; }

    /// <summary>What people call the instance; null: nothing.</summary>
    public string? Name { get; internal set; }

    /// <summary>What events find it by; null: nothing.</summary>
    public string? CorrelationId { get; internal set; }

    /// <summary>What the starter gave.</summary>
    public IReadOnlyDictionary<string, object?> Input { get; init; } = Nothing;

    /// <summary>Who started it and waits for its end; null: nobody does.</summary>
    public ParentLink? Parent { get; init; }

    /// <summary>The activity whose trigger started it; null: no trigger did.</summary>
    public string? TriggeredBy { get; init; }

    /// <summary>What the workflow answers.</summary>
    public IReadOnlyDictionary<string, object?> Output => _output ?? Nothing;

    /// <summary>What it waits for, in the order in which it began to.</summary>
    public IReadOnlyList<Bookmark> Bookmarks
    {
        get
        {
            List<Bookmark>? found = null;
            for (var context = Root; context is not null; context = context.Following)
            {
                if (context.Waits is { Count: > 0 } waits)
                {
                    (found ??= []).AddRange(waits);
                }
            }

            found?.Sort(static (first, second) => first.Number.CompareTo(second.Number));
            return found ?? (IReadOnlyList<Bookmark>)[];
        }
    }

    /// <summary>What went wrong, in order.</summary>
    public IReadOnlyList<Incident> Incidents => (IReadOnlyList<Incident>?)_incidents ?? [];

    /// <summary>The run of the activity that holds all others; null: it has not begun, or has ended.</summary>
    internal ActivityContext? Root { get; set; }

    /// <summary>The runs of activities that have not ended, parents before children.</summary>
    internal IEnumerable<ActivityContext> Contexts
    {
        get
        {
            for (var context = Root; context is not null; context = context.Following)
            {
                yield return context;
            }
        }
    }

    /// <summary>The run of an activity that waits at a bookmark; null: none does.</summary>
    internal ActivityContext? Waiting(int bookmark)
    {
        var context = Root;
        while (context is not null && !context.WaitsAt(bookmark))
        {
            context = context.Following;
        }

        return context;
    }

    internal int LastContext { get; set; }

    internal int LastBookmark { get; set; }

    private static IReadOnlyDictionary<string, object?> Nothing { get; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>.Empty;

    private Dictionary<string, object?>? _output;
    private List<Incident>? _incidents;

    private Dictionary<(int Node, string Output), object?>? _outputs;

    /// <summary>The value that was last set under `Result`.</summary>
    internal object? LastResult { get; set; }

    /// <summary>What activities gave last.</summary>
    internal IReadOnlyDictionary<(int Node, string Output), object?> Given =>
        (IReadOnlyDictionary<(int Node, string Output), object?>?)_outputs
        ?? System.Collections.ObjectModel.ReadOnlyDictionary<(int Node, string Output), object?>.Empty;

    /// <summary>Keeps what an activity gave, for scripts.</summary>
    internal void Remember(int node, string output, object? value)
    {
        (_outputs ??= [])[(node, output)] = value;
        if (string.Equals(output, "result", StringComparison.OrdinalIgnoreCase))
        {
            LastResult = value;
        }
    }

    /// <summary>What an activity gave last; null: nothing.</summary>
    internal object? Recall(int node, string output) => _outputs?.GetValueOrDefault((node, output));

    internal void Answer(string name, object? value) => (_output ??= new(StringComparer.Ordinal))[name] = value;

    internal void Tell(Incident incident) => (_incidents ??= []).Add(incident);

    /// <summary>Whether something went wrong that nobody has dealt with.</summary>
    internal bool HasOpenIncident => _incidents?.Exists(incident => incident.ResolvedAt is null) == true;

    /// <summary>Whether something is open that went wrong in a run of an activity.</summary>
    internal bool HasOpenIncidentOf(int context) =>
        _incidents?.Exists(incident => incident.ResolvedAt is null && incident.Context == context) == true;

    /// <summary>An incident is dealt with.</summary>
    internal void Resolve(int number, DateTimeOffset at) =>
        _incidents![number - 1] = _incidents[number - 1] with { ResolvedAt = at };

    /// <summary>All incidents of a run of an activity are dealt with.</summary>
    internal void ResolveOf(int context, DateTimeOffset at) =>
        ResolveWhere(incident => incident.Context == context, at);

    /// <summary>All incidents are dealt with.</summary>
    internal void ResolveAll(DateTimeOffset at) => ResolveWhere(_ => true, at);

    private void ResolveWhere(Predicate<Incident> isMeant, DateTimeOffset at)
    {
        for (var number = 1; number <= Incidents.Count; number++)
        {
            if (Incidents[number - 1].ResolvedAt is null && isMeant(Incidents[number - 1]))
            {
                Resolve(number, at);
            }
        }
    }
}

/// <summary>The instance that started another and waits for its end.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Bookmark">The bookmark that the end resumes.</param>
public sealed record ParentLink(string InstanceId, int Bookmark);
