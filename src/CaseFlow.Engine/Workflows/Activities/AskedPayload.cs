using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>
/// What activities that publish, start and send say to the host, and what it answers: values by these names. The names
/// stand in stored bookmarks: they only grow.
/// </summary>
internal static class AskedPayload
{
    public const string CorrelationId = "correlationId";
    public const string IsLocal = "isLocal";
    public const string Payload = "payload";
    public const string Input = "input";
    public const string Waits = "waits";
    public const string Url = "url";
    public const string Method = "method";
    public const string Headers = "headers";
    public const string Content = "content";
    public const string ContentType = "contentType";
    public const string Outcome = "outcome";
    public const string Takes = "takes";
    public const string StatusCode = "statusCode";

    /// <summary>Values by name; those that are null are left out.</summary>
    public static Dictionary<string, object?> Of(params IEnumerable<(string Name, object? Value)> entries) =>
        entries.Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);

    /// <summary>A payload as values by name; empty where it is none.</summary>
    public static IReadOnlyDictionary<string, object?> Read(object? payload) =>
        payload as IReadOnlyDictionary<string, object?> ?? Of([]);

    /// <summary>A value as a text; null: there is none.</summary>
    public static string? TextOf(this IReadOnlyDictionary<string, object?> payload, string name) =>
        payload.GetValueOrDefault(name) is { } value ? ValueText.Of(value) : null;

    /// <summary>Whether a value says yes.</summary>
    public static bool Says(this IReadOnlyDictionary<string, object?> payload, string name) =>
        payload.GetValueOrDefault(name) is true;

    /// <summary>Values by name; empty: there are none.</summary>
    public static IReadOnlyDictionary<string, object?> MapOf(
        this IReadOnlyDictionary<string, object?> payload, string name) => Read(payload.GetValueOrDefault(name));

    /// <summary>Texts; empty: there are none.</summary>
    public static IReadOnlyList<string> TextsOf(this IReadOnlyDictionary<string, object?> payload, string name) =>
        payload.GetValueOrDefault(name) is IReadOnlyList<object?> list ? [.. list.Select(ValueText.Of)] : [];
}
