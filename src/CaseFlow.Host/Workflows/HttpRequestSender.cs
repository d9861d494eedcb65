using System.Buffers;
using CaseFlow.Engine.Workflows.Hosting;

namespace CaseFlow.Host.Workflows;

/// <summary>Sends the requests of workflows by HTTP.</summary>
internal sealed class HttpRequestSender : IRequestSender, IDisposable
{
    private const string IdempotencyKey = "Idempotency-Key";
    private const int MostRedirects = 5;
    private const int Piece = 16 * 1024;

    // Its own, without cookies: nothing of one request may show in another.
    private readonly HttpClient _client;

    public HttpRequestSender(HttpMessageHandler? handler = null) => _client = new HttpClient(
        handler ?? new SocketsHttpHandler { UseCookies = false, MaxAutomaticRedirections = MostRedirects })
    {
        Timeout = RequestLimits.Longest,
    };

    public async ValueTask<RequestOutcome> SendAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(RequestLimits.Longest);
            using var message = MessageOf(request);
            using var answer = await _client.SendAsync(
                message, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return await ReadAsync(answer, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RequestOutcome.TimedOut();
        }
        catch (HttpRequestException failure)
        {
            return new RequestOutcome.NotReached(failure.HttpRequestError.ToString());
        }
        catch (Exception failure) when (failure is IOException or FormatException or NotSupportedException)
        {
            return new RequestOutcome.NotReached(failure.GetType().Name);
        }
    }

    public void Dispose() => _client.Dispose();

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
