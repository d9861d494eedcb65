using System.Text;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests;

/// <summary>The packs of folders of the repository.</summary>
internal static class FolderPack
{
    /// <summary>The folder of the law on petitions.</summary>
    public const string Petitions = "packs/vietnam-petitions";

    /// <summary>All files of a folder, with those of its subfolders, by their paths in it.</summary>
    /// <param name="folder">By its path in the repository.</param>
    public static Dictionary<string, byte[]> Files(string folder)
    {
        var root = Repository.PathOf(folder);
        return Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).ToDictionary(
            file => Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);
    }

    /// <summary>The files as a pack; a folder without a manifest gets one.</summary>
    public static LoadResult Load(string folder)
    {
        var files = Files(folder);
        files.TryAdd("pack.json", Encoding.UTF8.GetBytes("""{"name":"conformance","version":"1","language":"1"}"""));
        return RulePack.Load(new InMemoryRuleSource(files));
    }
}
