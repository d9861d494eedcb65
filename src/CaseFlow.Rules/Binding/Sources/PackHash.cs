using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Binding.Sources;

/// <summary>The hash that a case pins: over path and content of the files given, in ordinal order of path.</summary>
internal static class PackHash
{
    /// <summary>`sha256:` and the hash in lower-case hex; files that are not there are left out.</summary>
    public static string Of(IRuleSource source, IEnumerable<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (source.Read(path) is { } content)
            {
                Append(hash, Encoding.UTF8.GetBytes(path));
                Append(hash, content.Span);
            }
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The length goes in first: else moving a byte from one file to the next would leave the hash as it was.
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
