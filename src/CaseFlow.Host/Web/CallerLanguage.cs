using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace CaseFlow.Host.Web;

/// <summary>The language of an answer: `?lang=`, else `Accept-Language`, else the route's own default.</summary>
internal static class CallerLanguage
{
    /// <summary>Vietnamese: what citizens read unless they ask for another.</summary>
    public static CultureInfo Vietnamese { get; } = CultureInfo.GetCultureInfo("vi");

    /// <summary>English: what developers read unless they ask for another.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");

    /// <summary>The language of this request.</summary>
    public static CultureInfo Of(HttpRequest request, CultureInfo otherwise)
    {
        if (Known(request.Query["lang"].ToString()) is { } asked)
        {
            return asked;
        }

        var accepted = request.GetTypedHeaders().AcceptLanguage;
        return accepted
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => Known(Primary(language)))
            .FirstOrDefault(culture => culture is not null) ?? otherwise;
    }

    private static string Primary(StringWithQualityHeaderValue language) =>
        language.Value.ToString().Split('-')[0].ToLowerInvariant();

    private static CultureInfo? Known(string language) => language switch
    {
        "vi" => Vietnamese,
        "en" => English,
        _ => null,
    };
}
