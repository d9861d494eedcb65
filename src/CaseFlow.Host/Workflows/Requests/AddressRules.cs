using System.Globalization;
using System.Net;

namespace CaseFlow.Host.Workflows.Requests;

/// <summary>
/// Which addresses workflows may call: public ones, and what is listed. An entry is a name (`registry.gov.example`),
/// all names below one (`*.gov.example`), an address or a range of addresses (`10.2.0.0/16`), each with a port or
/// without (`registry.gov.example:8443`).
/// </summary>
internal sealed class AddressRules
{
    private readonly List<Entry> _entries = [];
    private readonly bool _onlyListed;

    private AddressRules(bool onlyListed) => _onlyListed = onlyListed;

    /// <summary>Nothing is listed: public addresses only.</summary>
    public static AddressRules None { get; } = new(onlyListed: false);

    /// <summary>Reads a list; the entries that are none are told apart.</summary>
    /// <param name="listed">The entries.</param>
    /// <param name="onlyListed">Whether public addresses must be listed, too.</param>
    public static (AddressRules Rules, IReadOnlyList<string> Unreadable) Read(
        IEnumerable<string> listed, bool onlyListed)
    {
        var rules = new AddressRules(onlyListed);
        var unreadable = new List<string>();
        foreach (var text in listed)
        {
            if (Entry.Read(text.Trim()) is { } entry)
            {
                rules._entries.Add(entry);
            }
            else
            {
                unreadable.Add(text);
            }
        }

        return (rules, unreadable);
    }

    /// <summary>Whether a name may be called at an address that it stands for.</summary>
    public bool Allow(string host, int port, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (!_onlyListed && PublicAddresses.Hold(plain))
            || _entries.Exists(entry => entry.Holds(host, port, plain));
    }

    private sealed record Entry(string? Name, bool IsBelow, IPNetwork? Range, int? Port)
    {
        public static Entry? Read(string text)
        {
            var (host, port) = Split(text);
            if (host.Length == 0 || port is <= 0 or > IPEndPoint.MaxPort)
            {
                return null;
            }

            if (IPNetwork.TryParse(host, out var range))
            {
                return new Entry(null, false, range, port);
            }

            if (IPAddress.TryParse(host, out var one))
            {
                return new Entry(null, false, new IPNetwork(one, one.GetAddressBytes().Length * 8), port);
            }

            var isBelow = host.StartsWith("*.", StringComparison.Ordinal);
            var name = isBelow ? host[2..] : host;
            return Uri.CheckHostName(name) == UriHostNameType.Dns ? new Entry(name, isBelow, null, port) : null;
        }

        public bool Holds(string host, int port, IPAddress address) =>
            (Port is null || Port == port)
            && (Range is { } range
                ? range.Contains(address)
                : IsBelow
                    ? host.EndsWith("." + Name, StringComparison.OrdinalIgnoreCase)
                    : string.Equals(host, Name, StringComparison.OrdinalIgnoreCase));

        // `[::1]:80` has its port after the bracket; an address of version 6 without brackets has none.
        private static (string Host, int? Port) Split(string text)
        {
            var colon = text.LastIndexOf(':');
            var hasPort = colon > 0 && (text[colon - 1] == ']' || text.IndexOf(':', StringComparison.Ordinal) == colon);
            var host = (hasPort ? text[..colon] : text).TrimStart('[').TrimEnd(']');
            return !hasPort ? (host, null)
                : int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                    ? (host, port)
                    : ("", null);
        }
    }
}
