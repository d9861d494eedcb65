using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Host.Worker;

/// <summary>
/// The signature of a message to the outside: HMAC-SHA256 over `timestamp.key.body`, so that a receiver can tell a true
/// message from a forged, an altered or an old one.
/// </summary>
internal static class WebhookSignature
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-CaseFlow-Signature";

    /// <summary>The header's value: `t=SECONDS,v1=HEX`.</summary>
    public static string Of(string secret, DateTimeOffset sentAt, string key, string body)
    {
        var seconds = sentAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{key}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(signed)}";
    }
}
