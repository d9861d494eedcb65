using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Web;

/// <summary>
/// The page on which a citizen follows a petition: plain HTML, no script, nothing loaded from elsewhere.
/// </summary>
internal static class TrackPage
{
    private const string Style =
        "body{font:18px/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;"
        + "color:#1b1b1b;background:#fff}"
        + "h1{font-size:1.5rem}dt{font-weight:600;margin-top:1rem}dd{margin:0}.late{color:#a11212}"
        + "ul{padding-left:1.2rem}footer{margin-top:2rem;font-size:.9rem;color:#444}";

    // The page is sent as UTF-8: Vietnamese letters stay letters, only what means something to HTML is escaped.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The page of a petition.</summary>
    public static string Of(TrackView view, CultureInfo culture)
    {
        var body = new StringBuilder();
        Pair(body, "track.code", view.Code, culture);
        Pair(body, "track.kind", view.Kind, culture);
        Pair(body, "track.received", TrackedDeadline.DayInWords(view.OpenedOn, culture), culture);
        Pair(body, "track.state", view.State, culture);
        var list = new StringBuilder();
        foreach (var deadline in view.Deadlines)
        {
            var mark = deadline.Status is "late" or "metLate" ? " class=\"late\"" : "";
            list.Append(
                CultureInfo.InvariantCulture,
                $"<li{mark}><b>{Text(deadline.Name)}</b>: {Text(deadline.Words)}</li>"
            );
        }

        var deadlines = list.Length == 0 ? "" : $"<h2>{Label("track.deadlines", culture)}</h2><ul>{list}</ul>";
        return Page(culture, $"<dl>{body}</dl>{deadlines}");
    }

    /// <summary>The page where no petition has this code.</summary>
    public static string Absent(CultureInfo culture) => Page(culture, $"<p>{Label("track.absent", culture)}</p>");

    private static void Pair(StringBuilder to, string label, string value, CultureInfo culture) =>
        to.Append(CultureInfo.InvariantCulture, $"<dt>{Label(label, culture)}</dt><dd>{Text(value)}</dd>");

    private static string Page(CultureInfo culture, string body) => $"""
        <!doctype html>
        <html lang="{culture.TwoLetterISOLanguageName}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{Label("track.title", culture)}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        <h1>{Label("track.title", culture)}</h1>
        {body}
        </main>
        <footer>{Label("track.footer", culture)}</footer>
        </body>
        </html>
        """;

    private static string Label(string key, CultureInfo culture) => Text(HostMessages.Text(key, culture));

    private static string Text(string text) => Encoder.Encode(text);
}
