namespace CaseFlow.Engine.Workflows.Diagrams;

/// <summary>What an activity of an instance has come to.</summary>
public enum ActivityProgress
{
    /// <summary>It has begun and not ended; something below it goes on.</summary>
    Running,

    /// <summary>It waits.</summary>
    Waiting,

    /// <summary>It has completed, or an operator passed it over.</summary>
    Done,

    /// <summary>It could not go on, and nobody has dealt with that.</summary>
    Faulted,

    /// <summary>It was ended from outside.</summary>
    Cancelled,
}

/// <summary>What one activity has come to, over all its runs in the instance.</summary>
/// <param name="NodeId">The activity, as ids from the root joined by `:`.</param>
/// <param name="Progress">What it has come to.</param>
/// <param name="Note">What it waits for, or the code of its incident; null: nothing to add.</param>
public sealed record ActivityMark(string NodeId, ActivityProgress Progress, string? Note);
