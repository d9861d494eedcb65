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
    /// there
    /// was none.
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

    /// <summary>What the workflow answers.</summary>
    public IReadOnlyDictionary<string, object?> Output => _output ?? Nothing;

    /// <summary>What it waits for.</summary>
    public IReadOnlyList<Bookmark> Bookmarks => OpenBookmarks;

    /// <summary>What went wrong, in order.</summary>
    public IReadOnlyList<Incident> Incidents => (IReadOnlyList<Incident>?)_incidents ?? [];

    internal List<Bookmark> OpenBookmarks { get; } = [];

    /// <summary>The runs of activities that have not ended, parents before children.</summary>
    internal List<ActivityContext> Contexts { get; } = [];

    internal int LastContext { get; set; }

    internal int LastBookmark { get; set; }

    private static IReadOnlyDictionary<string, object?> Nothing { get; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>.Empty;

    private Dictionary<string, object?>? _output;
    private List<Incident>? _incidents;

    private Dictionary<(int Node, string Output), object?>? _outputs;

    /// <summary>The value that was last set under `Result`.</summary>
    internal object? LastResult { get; private set; }

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
}
