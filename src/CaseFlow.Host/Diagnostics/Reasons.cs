using System.Net.Sockets;

namespace CaseFlow.Host.Diagnostics;

/// <summary>
/// A few words on why the system refused, in words that stay the same on every platform and never quote content.
/// </summary>
internal static class Reasons
{
    /// <summary>The reason behind a system's exception.</summary>
    public static string Of(Exception exception) => exception switch
    {
        UnauthorizedAccessException => "permission denied",
        FileNotFoundException or DirectoryNotFoundException => "not found",
        PathTooLongException => "name too long",
        SocketException socket => socket.SocketErrorCode.ToString(),
        IOException => exception.Message,
        _ => exception.GetType().Name,
    };
}
