namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>What an activity waits for. It is burnt when it is resumed.</summary>
/// <param name="Number">Unique in the instance, from 1; never used again.</param>
/// <param name="Context">Number of the context that waits.</param>
/// <param name="Kind">What it is: `delay`, `event`, `task` …</param>
/// <param name="Key">What the one who resumes it looks for: an event's name, a task's id; empty: nothing.</param>
public sealed record Bookmark(int Number, int Context, string Kind, string Key)
{
    /// <summary>When time resumes it, UTC; null: time does not.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>What the one who resumes it needs to know.</summary>
    public object? Payload { get; init; }
}

/// <summary>An activity that could not go on.</summary>
/// <param name="Context">Number of its context.</param>
/// <param name="NodeId">Where it stands in the definition.</param>
/// <param name="Type">Its type.</param>
/// <param name="Code">`CF10###`.</param>
/// <param name="Arguments">What the message quotes.</param>
/// <param name="At">When, UTC.</param>
public sealed record Incident(
    int Context, string NodeId, string Type, string Code, IReadOnlyList<string> Arguments, DateTimeOffset At)
{
    /// <summary>The bookmark whose work failed for good; null: the activity itself could not go on.</summary>
    public int? Bookmark { get; init; }

    /// <summary>When an operator dealt with it, UTC; null: it is open.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }
}
