using System.Text;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Acceptance.Petitions;

/// <summary>The files of the pack under test, and copies of it with one text changed.</summary>
internal sealed class PackFiles
{
    private readonly IReadOnlyDictionary<string, byte[]> _files;

    private PackFiles(IReadOnlyDictionary<string, byte[]> files) => _files = files;

    /// <summary>packs/vietnam-petitions.</summary>
    public static PackFiles Vietnam { get; } = Read(Repository.PathOf("packs/vietnam-petitions"));

    /// <summary>The files as a source of rules.</summary>
    public IRuleSource Source => new InMemoryRuleSource(_files);

    /// <summary>A copy in which <paramref name="length"/> characters of a module stand replaced.</summary>
    public PackFiles With(string module, int start, int length, string text)
    {
        var before = Encoding.UTF8.GetString(_files[module]);
        var after = string.Concat(before.AsSpan(0, start), text, before.AsSpan(start + length));
        return new PackFiles(new Dictionary<string, byte[]>(_files) { [module] = Encoding.UTF8.GetBytes(after) });
    }

    /// <summary>The text of a stretch of a module.</summary>
    public string Text(string module, int start, int length) =>
        Encoding.UTF8.GetString(_files[module]).Substring(start, length);

    private static PackFiles Read(string folder) => new(Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllBytes));
}
