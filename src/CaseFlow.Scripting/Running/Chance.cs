using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Scripting.Running;

/// <summary>What looks like chance: derived from a seed, the same for the same seed.</summary>
internal sealed class Chance(string seed)
{
    private const double Steps = 1L << 53;

    private long _drawn;

    /// <summary>From 0, below 1.</summary>
    public double Number() => (BinaryPrimitives.ReadUInt64LittleEndian(Draw()) >> 11) / Steps;

    /// <summary>A random one in form, version 4.</summary>
    public Guid Guid()
    {
        var bytes = Draw()[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private byte[] Draw()
    {
        var text = Encoding.UTF8.GetBytes(seed);
        var material = new byte[text.Length + sizeof(long)];
        text.CopyTo(material, 0);
        BinaryPrimitives.WriteInt64LittleEndian(material.AsSpan(text.Length), ++_drawn);
        return SHA256.HashData(material);
    }
}
