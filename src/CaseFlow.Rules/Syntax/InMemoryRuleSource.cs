using System.Text;

namespace CaseFlow.Rules.Syntax;

/// <summary>A pack held in memory. Which files there are never changes; their bytes are not copied.</summary>
/// <param name="files">Bytes by path; paths relative to the pack, with forward slashes.</param>
public sealed class InMemoryRuleSource(IReadOnlyDictionary<string, byte[]> files) : IRuleSource
{
    private readonly Dictionary<string, byte[]> _files = new(files, StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> Files => [.. _files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>A pack of texts, encoded as UTF-8.</summary>
    /// <param name="texts">Path and text of each file.</param>
    /// <exception cref="ArgumentException">Two texts have one path.</exception>
    public static InMemoryRuleSource OfTexts(params (string Path, string Text)[] texts) =>
        new(texts.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text), StringComparer.Ordinal));

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Read(string path) =>
        _files.TryGetValue(path, out var bytes) ? (ReadOnlyMemory<byte>?)bytes : null;
}
