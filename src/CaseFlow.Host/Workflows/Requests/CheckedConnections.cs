using System.Net;
using System.Net.Sockets;

namespace CaseFlow.Host.Workflows.Requests;

/// <summary>
/// Connects to addresses that are allowed. A name is looked up once, what it stands for is checked, and the connection
/// goes to what was checked: a name that stands for something else the next moment gains nothing.
/// </summary>
/// <param name="rules">What is allowed.</param>
/// <param name="resolve">Looks a name up.</param>
internal sealed class CheckedConnections(
    AddressRules rules, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>By the names of this machine.</summary>
    public CheckedConnections(AddressRules rules)
        : this(rules, Dns.GetHostAddressesAsync)
    {
    }

    /// <summary>A connection for a request.</summary>
    /// <exception cref="ForbiddenAddressException">Nothing that the name stands for is allowed.</exception>
    /// <exception cref="SocketException">It is not reached.</exception>
    public async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var found = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellationToken);
        var allowed = found.Where(address => rules.Allow(host, port, address)).ToArray();
        if (allowed.Length == 0 && found.Length > 0)
        {
            throw new ForbiddenAddressException(host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A workflow asked for an address that this host may not call.</summary>
/// <param name="host">The name, as it was asked for.</param>
internal sealed class ForbiddenAddressException(string host) : Exception
{
    /// <summary>The name, as it was asked for.</summary>
    public string Host { get; } = host;
}
