using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>Work that a waiting activity has the host do.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Bookmark">The bookmark's number in it.</param>
/// <param name="Key">The bookmark's key.</param>
/// <param name="CorrelationId">The instance's; null: none.</param>
/// <param name="Payload">What the activity says of it.</param>
/// <param name="Attempt">How often it was begun, this time included.</param>
public sealed record WorkRequest(
    string InstanceId, int Bookmark, string Key, string? CorrelationId, object? Payload, int Attempt)
{
    /// <summary>
    /// The key under which its effects happen once: a host that dies in between does the same work again under it.
    /// </summary>
    public string EffectKey =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{InstanceId}/{Bookmark}");
}

/// <summary>How work came out.</summary>
public abstract record WorkAnswer
{
    /// <summary>It is done: the activity goes on with what came of it.</summary>
    /// <param name="Value">What came of it, as a workflow's value.</param>
    public sealed record Done(object? Value) : WorkAnswer
    {
        /// <summary>Messages for the outside, written in the same transaction as the instance.</summary>
        public IReadOnlyList<OutboxRow> Outbox { get; init; } = [];
    }

    /// <summary>It is not time yet: again at a moment, or with null when it is woken.</summary>
    /// <param name="Until">When to look again, UTC.</param>
    public sealed record NotYet(DateTimeOffset? Until) : WorkAnswer;

    /// <summary>It failed and may succeed later: again after a while, some times; then it is an incident.</summary>
    /// <param name="Code">`CF10###`.</param>
    /// <param name="Arguments">What the message quotes; never personal data.</param>
    public sealed record Failed(string Code, IReadOnlyList<string> Arguments) : WorkAnswer;

    /// <summary>It cannot succeed: an incident at once.</summary>
    /// <param name="Code">`CF10###`.</param>
    /// <param name="Arguments">What the message quotes; never personal data.</param>
    public sealed record Refused(string Code, IReadOnlyList<string> Arguments) : WorkAnswer;
}

/// <summary>Does the work that bookmarks of one kind ask for.</summary>
public interface IWorkHandler
{
    /// <summary>The kind of bookmarks, one of <see cref="Storage.BookmarkKinds"/>.</summary>
    string Kind { get; }

    /// <summary>
    /// Does it. It may come again under the same <see cref="WorkRequest.EffectKey"/>: what it does under that key must
    /// happen once. An exception counts as <see cref="WorkAnswer.Failed"/>.
    /// </summary>
    ValueTask<WorkAnswer> DoAsync(WorkRequest request, CancellationToken cancellationToken);
}
