using System.Globalization;
using System.Text;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>
/// Sends the requests that activities ask for. One that comes to nothing is sent again later under the same key, unless
/// the workflow has a way on for that.
/// </summary>
public sealed class RequestHandler(IRequestSender sender) : IWorkHandler
{
    private const string Json = "application/json";

    /// <inheritdoc/>
    public string Kind => BookmarkKinds.Http;

    /// <inheritdoc/>
    public async ValueTask<WorkAnswer> DoAsync(WorkRequest request, CancellationToken cancellationToken)
    {
        var asked = AskedPayload.Read(request.Payload);
        if (!Uri.TryCreate(asked.TextOf(AskedPayload.Url), UriKind.Absolute, out var address))
        {
            return new WorkAnswer.Refused(WorkflowCodes.AddressUnusable, [AskedPayload.Url]);
        }

        var content = Content(asked.GetValueOrDefault(AskedPayload.Content));
        if (content?.Length > RequestLimits.LargestContent)
        {
            return TooLarge();
        }

        var outgoing = new OutgoingRequest(
            request.EffectKey, address, asked.TextOf(AskedPayload.Method) ?? "GET",
            [.. asked.MapOf(AskedPayload.Headers).SelectMany(Header)], content,
            content is null ? null : TypeOf(asked));
        return await sender.SendAsync(outgoing, cancellationToken) switch
        {
            RequestOutcome.Answered answered => new WorkAnswer.Done(Told(answered)),
            RequestOutcome.NotReached failed =>
                Instead(asked, SendHttpRequestActivity.FailedToConnect, failed.What),
            RequestOutcome.TimedOut => Instead(
                asked, SendHttpRequestActivity.Timeout,
                RequestLimits.Longest.ToString("c", CultureInfo.InvariantCulture)),
            RequestOutcome.Forbidden forbidden =>
                new WorkAnswer.Refused(WorkflowCodes.AddressForbidden, [forbidden.Host]),
            _ => TooLarge(),
        };
    }

    private static WorkAnswer Instead(IReadOnlyDictionary<string, object?> asked, string outcome, string what) =>
        asked.TextsOf(AskedPayload.Takes).Contains(outcome, StringComparer.Ordinal)
            ? new WorkAnswer.Done(AskedPayload.Of((AskedPayload.Outcome, outcome)))
            : new WorkAnswer.Failed(WorkflowCodes.RequestFailed, [$"{outcome}: {what}"]);

    private static WorkAnswer.Refused TooLarge() => new(
        WorkflowCodes.RequestFailed,
        [string.Create(CultureInfo.InvariantCulture, $"> {RequestLimits.LargestContent} bytes")]);

    private static byte[]? Content(object? value) => value switch
    {
        null => null,
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        _ => Encoding.UTF8.GetBytes(ValueJson.Text(value)),
    };

    private static string TypeOf(IReadOnlyDictionary<string, object?> asked) =>
        asked.TextOf(AskedPayload.ContentType)
        ?? (asked.GetValueOrDefault(AskedPayload.Content) is string ? "text/plain" : Json);

    private static IEnumerable<KeyValuePair<string, string>> Header(KeyValuePair<string, object?> header) =>
        header.Value is IReadOnlyList<object?> values
            ? values.Select(value => KeyValuePair.Create(header.Key, ValueText.Of(value)))
            : [KeyValuePair.Create(header.Key, ValueText.Of(header.Value))];

    private static Dictionary<string, object?> Told(RequestOutcome.Answered answered) => AskedPayload.Of(
        (AskedPayload.StatusCode, (long)answered.StatusCode),
        ("parsedContent", Parsed(answered)),
        ("responseHeaders", answered.Headers
            .GroupBy(header => header.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                group => group.Key, group => (object?)group.Select(header => (object?)header.Value).ToList(),
                StringComparer.Ordinal)));

    private static object? Parsed(RequestOutcome.Answered answered)
    {
        var text = Encoding.UTF8.GetString(answered.Content.Span);
        var isJson = answered.ContentType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
        return text.Length == 0 ? null : isJson ? ValueConversion.Parsed(text) ?? text : text;
    }
}
