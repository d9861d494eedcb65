using System.Net;
using CaseFlow.Engine.Workflows.Hosting;

namespace CaseFlow.Host.Workflows.Requests;

/// <summary>Where a redirect leads, and what of the request goes there.</summary>
internal static class Redirects
{
    /// <summary>
    /// The request to send next; null: the answer is the answer. From https to http none is followed. Headers that were
    /// drawn, such as a key, stay with the host that they were drawn for.
    /// </summary>
    public static OutgoingRequest? Next(OutgoingRequest request, HttpResponseMessage answer)
    {
        if (!IsRedirect(answer.StatusCode) || answer.Headers.Location is not { } location)
        {
            return null;
        }

        var target = location.IsAbsoluteUri ? location : new Uri(request.Address, location);
        var isFollowed = target.Scheme == Uri.UriSchemeHttps
            || (target.Scheme == Uri.UriSchemeHttp && request.Address.Scheme == Uri.UriSchemeHttp);
        if (!isFollowed)
        {
            return null;
        }

        var next = request with { Address = target };
        if (!IsSameOrigin(request.Address, target))
        {
            next = next with { Headers = [] };
        }

        return BecomesGet(answer.StatusCode, request.Method)
            ? next with { Method = HttpMethod.Get.Method, Content = null, ContentType = null }
            : next;
    }

    private static bool IsRedirect(HttpStatusCode status) => status
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static bool BecomesGet(HttpStatusCode status, string method) => status switch
    {
        HttpStatusCode.SeeOther => method != HttpMethod.Head.Method,
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found => method == HttpMethod.Post.Method,
        _ => false,
    };

    private static bool IsSameOrigin(Uri first, Uri second) =>
        first.Scheme == second.Scheme && first.Port == second.Port
        && string.Equals(first.IdnHost, second.IdnHost, StringComparison.OrdinalIgnoreCase);
}
