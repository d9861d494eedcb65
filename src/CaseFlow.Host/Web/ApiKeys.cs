using System.Security.Cryptography;
using System.Text;
using CaseFlow.Host.Composition;

namespace CaseFlow.Host.Web;

/// <summary>
/// The configured keys. Compares hashes in constant time and looks at every one, so that timing tells nothing.
/// </summary>
internal sealed class ApiKeys
{
    private const int KeyBytes = 32;

    private readonly List<(byte[] Hash, ApiKeySetting Setting)> _keys;

    /// <summary>Takes keys whose hashes were checked before.</summary>
    public ApiKeys(IEnumerable<ApiKeySetting> keys) =>
        _keys = [.. keys.Select(key => (Convert.FromHexString(key.Hash), key))];

    /// <summary>True where every call of the API needs a key.</summary>
    public bool AreConfigured => _keys.Count > 0;

    /// <summary>A new key with 256 random bits. Shown once, kept by its hash.</summary>
    public static string NewKey() =>
        "cfk_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>What the settings keep of a key.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The setting of a key, or null where it is none of ours.</summary>
    public ApiKeySetting? Find(string presented)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(presented));
        ApiKeySetting? found = null;
        foreach (var (known, setting) in _keys)
        {
            found = CryptographicOperations.FixedTimeEquals(known, hash) ? setting : found;
        }

        return found;
    }
}
