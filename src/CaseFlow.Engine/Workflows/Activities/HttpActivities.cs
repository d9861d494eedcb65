using System.Globalization;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>
/// `SendHttpRequest{url, method, content, contentType, authorization, requestHeaders, expectedStatusCodes} →
/// statusCode, parsedContent, responseHeaders, result`: has the host send a request. Its outcomes are the status code
/// where it is an expected one, else `Unmatched status code`, and `Done`; or `Failed to connect`, or `Timeout`.
/// </summary>
internal sealed class SendHttpRequestActivity(string type) : Activity
{
    /// <summary>The other machine was not reached.</summary>
    public const string FailedToConnect = "Failed to connect";

    /// <summary>The other machine did not answer in time.</summary>
    public const string Timeout = "Timeout";

    private const string Unmatched = "Unmatched status code";

    /// <summary>It in both of its names: the one of flowcharts and the other.</summary>
    public static IReadOnlyList<Activity> All { get; } =
        [new SendHttpRequestActivity("Elsa.SendHttpRequest"), new SendHttpRequestActivity("Elsa.FlowSendHttpRequest")];

    /// <inheritdoc/>
    public override string Type { get; } = type;

    /// <inheritdoc/>
    public override void Execute(ActivityContext context)
    {
        var url = context.Text("url") ?? "";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw ActivityContext.Fault(WorkflowCodes.AddressUnusable, "url");
        }

        context.Ask(BookmarkKinds.Http, Type, AskedPayload.Of(
            (AskedPayload.Url, address.AbsoluteUri),
            (AskedPayload.Method, context.Text("method") ?? "GET"),
            (AskedPayload.Headers, Headers(context)),
            (AskedPayload.Content, context.Get("content", WorkflowType.Any)),
            (AskedPayload.ContentType, context.Text("contentType")),
            (AskedPayload.Takes, new[] { FailedToConnect, Timeout }.Where(name => IsTaken(context, name))
                .Cast<object?>().ToList())));
    }

    /// <inheritdoc/>
    public override void Resume(ActivityContext context, Bookmark bookmark, object? answer)
    {
        var told = AskedPayload.Read(answer);
        if (told.TextOf(AskedPayload.Outcome) is { } failure)
        {
            Leave(context, failure, [failure]);
            return;
        }

        foreach (var output in (string[])[AskedPayload.StatusCode, "parsedContent", "responseHeaders"])
        {
            context.Set(output, told.GetValueOrDefault(output));
        }

        context.Set("result", answer);
        var code = told.TextOf(AskedPayload.StatusCode) ?? "";
        if (context.Node.Cases.Count > 0)
        {
            LeaveByCase(context, code);
            return;
        }

        var expected = Expected(context);
        var outcome = expected.Count == 0 ? null : expected.Contains(code) ? code : Unmatched;
        Leave(context, outcome, outcome is null ? Outcomes.Done : [outcome, .. Outcomes.Done]);
    }

    // Outside of flowcharts what follows a status code is drawn within it; a case of nothing is an end.
    private static void LeaveByCase(ActivityContext context, string code)
    {
        for (var place = 0; place < context.Node.Cases.Count; place++)
        {
            if (context.Node.Definition.Cases[place].Label == code)
            {
                context.Schedule(context.Node.Cases[place]);
                return;
            }
        }

        Leave(context, Unmatched, Outcomes.Done);
    }

    // Outside of flowcharts the ways on are drawn within it.
    private static void Leave(ActivityContext context, string? outcome, IReadOnlyList<string> outcomes)
    {
        if (outcome is not null && context.Node.Child(PortOf(outcome)) is { } port)
        {
            context.Schedule(port);
        }
        else
        {
            context.Complete(outcomes);
        }
    }

    private static string PortOf(string outcome) => outcome switch
    {
        FailedToConnect => "failedToConnect",
        Timeout => "timeout",
        _ => "unmatchedStatusCode",
    };

    private static bool IsTaken(ActivityContext context, string outcome) =>
        context.Node.Child(PortOf(outcome)) is not null
        || context.Node.Parent?.Flow?.Outbound(context.Node.Place).Any(edge => edge.Port == outcome) == true;

    private static List<string> Expected(ActivityContext context) =>
        context.Get("expectedStatusCodes", WorkflowType.List) is IReadOnlyList<object?> codes
            ? [.. codes.Select(code => ValueText.Of(code))]
            : [];

    private static Dictionary<string, object?> Headers(ActivityContext context)
    {
        var drawn = context.Get("requestHeaders", WorkflowType.Map) as IReadOnlyDictionary<string, object?>;
        var headers = new Dictionary<string, object?>(drawn ?? AskedPayload.Of([]), StringComparer.OrdinalIgnoreCase);
        if (context.Text("authorization") is { Length: > 0 } authorization)
        {
            headers["Authorization"] = authorization;
        }

        return headers;
    }
}

/// <summary>An activity of a kind that is drawn and published here, and cannot be run yet.</summary>
internal sealed class LaterActivity(string type) : Activity
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Activity> All { get; } =
        [new LaterActivity("Elsa.HttpEndpoint"), new LaterActivity("Elsa.WriteHttpResponse")];

    /// <inheritdoc/>
    public override string Type { get; } = type;

    /// <inheritdoc/>
    public override void Execute(ActivityContext context) =>
        throw ActivityContext.Fault(WorkflowCodes.ComesLater, Type);
}
