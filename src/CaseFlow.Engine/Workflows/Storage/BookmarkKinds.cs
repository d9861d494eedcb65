namespace CaseFlow.Engine.Workflows.Storage;

/// <summary>What an instance may wait for. Kinds that the host does work for come due at once.</summary>
public static class BookmarkKinds
{
    /// <summary>Time resumes it.</summary>
    public const string Time = "time";

    /// <summary>An event of a name resumes it.</summary>
    public const string Event = "event";

    /// <summary>A report of work that was done outside resumes it; the key is the task's id.</summary>
    public const string Task = "task";

    /// <summary>A person completes it in the inbox; the key is the role.</summary>
    public const string Human = "human";

    /// <summary>The host tells an event to all who wait for it; the key is its name.</summary>
    public const string Publish = "publish";

    /// <summary>
    /// The host starts another workflow, and where asked waits for its end; the key is its definition.
    /// </summary>
    public const string Workflow = "workflow";

    /// <summary>The host sends a request to another machine.</summary>
    public const string Http = "http";

    /// <summary>
    /// The host gives the case engine a command, or asks it a decision; the key is the activity's type.
    /// </summary>
    public const string Command = "command";

    /// <summary>
    /// A case comes to a state, a deadline to its end, or an event happens in it; the key is the case's id.
    /// </summary>
    public const string Case = "case";

    /// <summary>An embedder's own activity works outside; the key is the activity's type.</summary>
    public const string Work = "work";

    /// <summary>
    /// The instance has ended, and the host tells the one that waits for it; the key is that instance's id.
    /// </summary>
    public const string Ended = "ended";
}
