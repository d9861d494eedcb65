namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>The bounds of requests that workflows send.</summary>
public static class RequestLimits
{
    /// <summary>The largest content that is sent or read, in bytes.</summary>
    public const int LargestContent = 1024 * 1024;

    /// <summary>How long the other machine has for its whole answer.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromSeconds(30);
}

/// <summary>A request to another machine.</summary>
/// <param name="Key">
/// The same whenever the same request is sent again, so that the other machine may do what it asks for once.
/// </param>
/// <param name="Address">Absolute, http or https.</param>
/// <param name="Method">Such as `POST`.</param>
/// <param name="Headers">Names and values.</param>
/// <param name="Content">What it carries; null: nothing.</param>
/// <param name="ContentType">What the content is; null: there is none.</param>
public sealed record OutgoingRequest(
    string Key,
    Uri Address,
    string Method,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    ReadOnlyMemory<byte>? Content,
    string? ContentType);

/// <summary>What came of a request.</summary>
public abstract record RequestOutcome
{
    /// <summary>The other machine answered.</summary>
    /// <param name="StatusCode">Such as 200.</param>
    /// <param name="Headers">Names and values.</param>
    /// <param name="Content">What it answered.</param>
    /// <param name="ContentType">What the content is, without parameters; null: it does not say.</param>
    public sealed record Answered(
        int StatusCode,
        IReadOnlyList<KeyValuePair<string, string>> Headers,
        ReadOnlyMemory<byte> Content,
        string? ContentType) : RequestOutcome;

    /// <summary>The other machine was not reached, or did not answer to the end.</summary>
    /// <param name="What">What failed; no address and no content.</param>
    public sealed record NotReached(string What) : RequestOutcome;

    /// <summary>The host may not call that address, or one that the other machine led to.</summary>
    /// <param name="Host">The name or address of the machine.</param>
    public sealed record Forbidden(string Host) : RequestOutcome;

    /// <summary>It took longer than <see cref="RequestLimits.Longest"/>.</summary>
    public sealed record TimedOut : RequestOutcome;

    /// <summary>The answer is larger than <see cref="RequestLimits.LargestContent"/>.</summary>
    public sealed record TooLarge : RequestOutcome;
}

/// <summary>The port by which workflows send requests.</summary>
public interface IRequestSender
{
    /// <summary>Sends one, with its key as the header `Idempotency-Key`. Throws only where it is cancelled.</summary>
    ValueTask<RequestOutcome> SendAsync(OutgoingRequest request, CancellationToken cancellationToken);
}
