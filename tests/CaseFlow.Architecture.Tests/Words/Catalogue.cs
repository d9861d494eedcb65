using System.Xml.Linq;
using CaseFlow.Architecture.Tests.Sources;

namespace CaseFlow.Architecture.Tests.Words;

/// <summary>One pair of message files: `X.resx` in English and `X.vi.resx` beside it.</summary>
internal sealed record Catalogue(
    string Path, IReadOnlyDictionary<string, string> En, IReadOnlyDictionary<string, string> Vi)
{
    /// <summary>Every pair under src.</summary>
    public static IReadOnlyList<Catalogue> All { get; } =
    [
        .. Tree.Files("src")
            .Where(path => path.EndsWith(".resx", StringComparison.Ordinal))
            .Where(path => !path.EndsWith(".vi.resx", StringComparison.Ordinal))
            .Select(path => new Catalogue(path, Read(path), Read(InVietnamese(path)))),
    ];

    private static string InVietnamese(string path) => path.Replace(".resx", ".vi.resx", StringComparison.Ordinal);

    private static Dictionary<string, string> Read(string path)
    {
        var file = Repository.PathOf(path);
        return File.Exists(file)
            ? XDocument.Load(file).Root!.Elements("data")
                .ToDictionary(entry => entry.Attribute("name")!.Value, entry => entry.Element("value")!.Value)
            : [];
    }
}
