using System.Buffers;
using System.Net;
using CaseFlow.Engine.Workflows.Hosting;

namespace CaseFlow.Host.Workflows.Requests;

/// <summary>
/// Sends the requests of workflows by HTTP, to addresses that are allowed: each hop of a redirect is asked for again.
/// </summary>
internal sealed class HttpRequestSender : IRequestSender, IDisposable
{
    /// <summary>How many redirects are followed; the answer to the next one is the redirect itself.</summary>
    public const int MostRedirects = 5;

    private const string IdempotencyKey = "Idempotency-Key";
    private const int Piece = 16 * 1024;

    private readonly HttpClient _client;
    private readonly TimeProvider _clock;

    /// <summary>A sender of its own connections, without cookies and without a proxy.</summary>
    /// <param name="connections">Makes the connections, to allowed addresses only.</param>
    /// <param name="clock">Measures how long an answer takes.</param>
    public HttpRequestSender(CheckedConnections connections, TimeProvider clock)
    {
        _clock = clock;

        // A proxy would look names up itself, beyond the check.
        var handler = new SocketsHttpHandler
        {
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
            ConnectCallback = connections.ConnectAsync,
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <inheritdoc/>
    public async ValueTask<RequestOutcome> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(RequestLimits.Longest, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await FollowAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RequestOutcome.TimedOut();
        }
        catch (HttpRequestException failure)
        {
            return failure.InnerException is ForbiddenAddressException forbidden
                ? new RequestOutcome.Forbidden(forbidden.Host)
                : new RequestOutcome.NotReached(failure.HttpRequestError.ToString());
        }
        catch (Exception failure) when (failure is IOException or FormatException or NotSupportedException)
        {
            return new RequestOutcome.NotReached(failure.GetType().Name);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async ValueTask<RequestOutcome> FollowAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        for (var hops = 0; ; hops++)
        {
            using var message = MessageOf(request);
            using var answer = await _client.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (hops == MostRedirects || Redirects.Next(request, answer) is not { } next)
            {
                return await ReadAsync(answer, cancellationToken);
            }

            request = next;
        }
    }

    private static HttpRequestMessage MessageOf(OutgoingRequest request)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Address);
        if (request.Content is { } content)
        {
            message.Content = new ReadOnlyMemoryContent(content);
            if (request.ContentType is { } type)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", type);
            }
        }

        foreach (var (name, value) in request.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        // The host that is asked is the one that was checked, whatever headers were drawn.
        message.Headers.Host = null;
        message.Headers.Remove(IdempotencyKey);
        message.Headers.Add(IdempotencyKey, request.Key);
        return message;
    }

    private static async ValueTask<RequestOutcome> ReadAsync(
        HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        var content = new ArrayBufferWriter<byte>();
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        while (await stream.ReadAsync(content.GetMemory(Piece), cancellationToken) is var read and > 0)
        {
            content.Advance(read);
            if (content.WrittenCount > RequestLimits.LargestContent)
            {
                return new RequestOutcome.TooLarge();
            }
        }

        return new RequestOutcome.Answered(
            (int)answer.StatusCode,
            [
                .. answer.Headers.Concat(answer.Content.Headers)
                    .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value))),
            ],
            content.WrittenMemory,
            answer.Content.Headers.ContentType?.MediaType);
    }
}
