using System.Net.Http.Headers;
using System.Text;
using CaseFlow.Engine.Outbox;
using CaseFlow.Engine.Storage;
using CaseFlow.Host.Composition;

namespace CaseFlow.Host.Worker;

/// <summary>
/// Sends a message to the configured receiver, signed, under its stable key. Anything but a 2xx answer is a failure:
/// the dispatcher tries again later.
/// </summary>
internal sealed class WebhookSink(HttpClient http, WebhookSetting setting, TimeProvider clock) : IOutboxSink
{
    /// <summary>The header by which the receiver knows a message that it has seen.</summary>
    public const string KeyHeader = "Idempotency-Key";

    /// <summary>The header that says what kind of message it is.</summary>
    public const string TopicHeader = "X-CaseFlow-Topic";

    /// <summary>How long a receiver may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public async ValueTask DeliverAsync(OutboxRow message, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, setting.Url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(message.Payload)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(KeyHeader, message.Key);
        request.Headers.Add(TopicHeader, message.Topic);
        request.Headers.Add(
            WebhookSignature.Header,
            WebhookSignature.Of(setting.Secret, clock.GetUtcNow(), message.Key, message.Payload));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}
