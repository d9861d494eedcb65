using System.Net;
using System.Net.Sockets;

namespace CaseFlow.Host.Workflows.Requests;

/// <summary>
/// Tells addresses that anybody may reach from those of this machine, of networks behind it, and of what clouds tell
/// their machines (IANA's registries of special-purpose addresses, October 2024).
/// </summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // Azure tells its machines about themselves at a public address.
            "168.63.129.16/32",

            // Tunnels and documentation: what stands within may be an address of version 4 that is none of these.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>Whether it is such an address; one of version 4 within version 6 is to be taken out before.</summary>
    public static bool Hold(IPAddress address) =>
        (address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address))
        && !Array.Exists(Special, range => range.Contains(address));
}
