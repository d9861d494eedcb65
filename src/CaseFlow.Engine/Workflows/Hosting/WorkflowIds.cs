using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Engine.Workflows.Hosting;

/// <summary>Ids that are derived: the same key gives the same id on every host, for ever.</summary>
internal static class WorkflowIds
{
    private const int Bytes = 16;
    private const int OnStack = 256;

    /// <summary>The id of the instance that a key starts.</summary>
    public static string OfInstance(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var most = Encoding.UTF8.GetMaxByteCount(key.Length);
        Span<byte> text = most <= OnStack ? stackalloc byte[OnStack] : new byte[most];
        SHA256.HashData(text[..Encoding.UTF8.GetBytes(key, text)], hash);
        return Convert.ToHexStringLower(hash[..Bytes]);
    }

    /// <summary>The key of a commit that another instance's incident brought about.</summary>
    public static string OfFault(string instanceId, int incident) =>
        string.Create(CultureInfo.InvariantCulture, $"fault/{instanceId}/{incident}");

    /// <summary>The key of a commit that an event brought about.</summary>
    public static string OfEvent(string key) => "event/" + key;
}
