using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Web;

/// <summary>
/// Lets a call of the API pass only with a key, where keys are configured. A missing and a wrong key look the same.
/// </summary>
internal sealed class ApiKeyGate(RequestDelegate next, ApiKeys keys)
{
    private const string KeyHeader = "X-Api-Key";

    private const string BearerScheme = "Bearer ";

    /// <summary>Passes the request on, or answers 401.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsGuarded(context.Request.Path))
        {
            await next(context);
            return;
        }

        var principal = keys.AreConfigured
            ? keys.Find(Presented(context.Request)) is { } key ? CallerIdentity.OfKey(key) : null
            : CallerIdentity.OfLocal(context.Request);
        if (principal is null)
        {
            await RefuseAsync(context);
            return;
        }

        CallerIdentity.Set(context, principal);
        await next(context);
    }

    // Reports of outside work have an address of their own, and the same gate.
    private static bool IsGuarded(PathString path) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || path.StartsWithSegments("/tasks", StringComparison.OrdinalIgnoreCase);

    private static async Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.English);
        await Answers
            .Refused(StatusCodes.Status401Unauthorized, culture, new HostError(HostCodes.Unauthorised))
            .ExecuteAsync(context);
    }

    private static string Presented(HttpRequest request)
    {
        if (request.Headers.TryGetValue(KeyHeader, out var key))
        {
            return key.ToString();
        }

        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase)
            ? authorization[BearerScheme.Length..].Trim()
            : "";
    }
}
