using System.Globalization;

namespace CaseFlow.Host.Workflows;

/// <summary>The keys of starts, so that those of different edges never meet.</summary>
internal static class StartKeys
{
    /// <summary>Of the command line; a new one where none is given.</summary>
    public static string OfCommand(string? given, DateTimeOffset now) =>
        "cli/" + (given ?? Guid.CreateVersion7(now).ToString("N", CultureInfo.InvariantCulture));

    /// <summary>Of a request, by who sent it.</summary>
    public static string OfRequest(string principal, string key) => $"http/{principal}/{key}";
}
