using System.Globalization;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Web;

/// <summary>The headers of a command: the idempotency key and the version that the caller saw.</summary>
/// <param name="Key">The key.</param>
/// <param name="ExpectedVersion">The version, or null where the caller does not care.</param>
internal sealed record CommandHeaders(string Key, int? ExpectedVersion)
{
    private const string KeyHeader = "Idempotency-Key";

    private const string AnyVersion = "*";

    /// <summary>Reads them; faults are collected.</summary>
    public static CommandHeaders Read(HttpRequest request, List<HostError> errors)
    {
        var key = request.Headers[KeyHeader].ToString();
        if (key.Length is 0 or > HostLimits.IdempotencyKeyCharacters || key.Any(letter => letter is <= ' ' or > '~'))
        {
            errors.Add(new HostError(HostCodes.NoIdempotencyKey));
        }

        return new CommandHeaders(key, Version(request, errors));
    }

    /// <summary>The version that the caller saw, by If-Match; null where he does not care.</summary>
    public static int? Version(HttpRequest request, List<HostError> errors) =>
        Version(request.Headers.IfMatch.ToString(), errors);

    /// <summary>The key where one may be left out; null: it is. Faults are collected.</summary>
    public static string? OptionalKey(HttpRequest request, List<HostError> errors) =>
        request.Headers.ContainsKey(KeyHeader) ? Read(request, errors).Key : null;

    /// <summary>A version as an ETag.</summary>
    public static string ETag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private static int? Version(string ifMatch, List<HostError> errors)
    {
        if (ifMatch.Length == 0 || ifMatch == AnyVersion)
        {
            return null;
        }

        if (ifMatch is ['"', .. var digits, '"']
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            return version;
        }

        errors.Add(new HostError(HostCodes.BadIfMatch));
        return null;
    }
}
