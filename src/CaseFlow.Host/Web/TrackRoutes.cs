using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Deadlines;
using CaseFlow.Engine.Definitions;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Web;

/// <summary>The citizen's route: JSON for programs, a page for browsers.</summary>
internal static class TrackRoutes
{
    private const int CodeCharactersMax = 40;

    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder app) => app
        .MapGet("/track/{code}", TrackAsync)
        .WithName("track")
        .WithSummary("What a citizen sees of a petition by its code; no personal data.")
        .Produces<TrackView>();

    private static async Task<IResult> TrackAsync(
        HttpContext context, string code, CaseReader reader, IPackCatalogue packs)
    {
        var culture = CallerLanguage.Of(context.Request, CallerLanguage.Vietnamese);
        var asksForPage = AsksForPage(context.Request);
        Protect(context.Response);
        var found = code.Length <= CodeCharactersMax
            ? await reader.FindByTrackingAsync(new TrackingCode(code.ToUpperInvariant()), context.RequestAborted)
            : null;
        if (found is null)
        {
            return asksForPage
                ? Page(TrackPage.Absent(culture), StatusCodes.Status404NotFound)
                : Answers.Refused(StatusCodes.Status404NotFound, culture, new HostError(HostCodes.NoSuchThing));
        }

        var pack = await packs.FindAsync(found.Row.PackHash, context.RequestAborted);
        var view = View(found, pack, culture);
        return asksForPage ? Page(TrackPage.Of(view, culture), StatusCodes.Status200OK) : Answers.Ok(view);
    }

    private static TrackView View(CaseReading found, CasePack? pack, CultureInfo culture)
    {
        var labels = CaseLabels.Of(found.Row, pack, culture);
        var language = culture.TwoLetterISOLanguageName;
        var deadlines = found.State.Clocks
            .OrderByDescending(clock => clock.IsOpen)
            .ThenBy(clock => clock.Started)
            .Select(clock => TrackedDeadline.Of(clock, LabelOf(clock, pack, language), culture));
        return new TrackView(
            found.Row.Tracking.Value,
            labels.Lifecycle,
            labels.State,
            found.Row.IsOpen,
            found.Row.OpenedOn,
            [.. deadlines]
        );
    }

    private static string LabelOf(DeadlineClock clock, CasePack? pack, string language) =>
        pack?.FindDeadline(clock.Name)?.LabelIn(language) ?? clock.Name.Replace('_', ' ');

    private static bool AsksForPage(HttpRequest request) => request.GetTypedHeaders().Accept
        .Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static IResult Page(string html, int status) =>
        Results.Content(html, "text/html; charset=utf-8", statusCode: status);

    // The code in the address is the citizen's secret: it must not travel to other sites, nor stay in shared caches.
    private static void Protect(HttpResponse response)
    {
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    }
}
