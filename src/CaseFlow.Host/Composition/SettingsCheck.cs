using System.Net;
using CaseFlow.Engine.Cases;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Host.Workflows.Requests;

namespace CaseFlow.Host.Composition;

/// <summary>Says everything that is wrong with the settings at once, before anything starts.</summary>
internal static class SettingsCheck
{
    private const int SecretCharactersMin = 16;

    private const int HashDigits = 64;

    /// <summary>What is wrong; empty where the host may start.</summary>
    public static IReadOnlyList<HostError> Faults(HostSettings settings) =>
    [
        .. Addresses(settings), .. Keys(settings), .. Webhook(settings.Webhook), .. Requests(settings.Workflows.Http),
        .. Others(settings),
    ];

    /// <summary>True where every address is reached from this machine only.</summary>
    public static bool IsLoopbackOnly(HostSettings settings) =>
        Split(settings.Urls).All(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && IsLoopback(address));

    /// <summary>The addresses one by one.</summary>
    public static string[] Split(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<HostError> Addresses(HostSettings settings)
    {
        foreach (var url in Split(settings.Urls).DefaultIfEmpty(""))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
                || address.Scheme != Uri.UriSchemeHttp || address.PathAndQuery != "/" || address.UserInfo.Length > 0)
            {
                yield return new HostError(HostCodes.BadAddress, url);
            }
            else if (!IsLoopback(address) && settings.ApiKeys.Count == 0)
            {
                yield return new HostError(HostCodes.KeyRequired, url);
            }
        }
    }

    // A name other than localhost may resolve to anything tomorrow, so only literal addresses count as this machine.
    private static bool IsLoopback(Uri address) =>
        address.Host == "localhost"
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static IEnumerable<HostError> Keys(HostSettings settings)
    {
        for (var i = 0; i < settings.ApiKeys.Count; i++)
        {
            var key = settings.ApiKeys[i];
            var name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"CaseFlow:ApiKeys:{i}");
            if (key.Hash.Length != HashDigits || !key.Hash.All(char.IsAsciiHexDigit))
            {
                yield return new HostError(HostCodes.BadSetting, name + ":Hash", "SHA-256: 64 x 0-9a-f");
            }

            if (string.IsNullOrWhiteSpace(key.Principal))
            {
                yield return new HostError(HostCodes.BadSetting, name + ":Principal", "empty");
            }
        }
    }

    private static IEnumerable<HostError> Webhook(WebhookSetting webhook)
    {
        if (webhook.Url.Length == 0)
        {
            yield break;
        }

        if (!Uri.TryCreate(webhook.Url, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && IsLoopback(address))))
        {
            yield return new HostError(HostCodes.BadSetting, "CaseFlow:Webhook:Url", "https://…, http://127.0.0.1…");
        }

        if (webhook.Secret.Length < SecretCharactersMin)
        {
            yield return new HostError(HostCodes.BadSetting, "CaseFlow:Webhook:Secret", ">= 16");
        }
    }

    private static IEnumerable<HostError> Requests(WorkflowHttpSetting http) =>
        AddressRules.Read(http.Allow, http.OnlyListed).Unreadable
            .Select(entry => new HostError(HostCodes.BadSetting, "CaseFlow:Workflows:Http:Allow", entry));

    private static IEnumerable<HostError> Others(HostSettings settings)
    {
        if (settings.SweepSeconds is < 1 or > 30)
        {
            yield return new HostError(HostCodes.BadSetting, "CaseFlow:SweepSeconds", "1-30");
        }

        if (AgencyTime.Find(settings.TimeZone) is null)
        {
            yield return new HostError(HostCodes.BadSetting, "CaseFlow:TimeZone", settings.TimeZone);
        }
    }
}
