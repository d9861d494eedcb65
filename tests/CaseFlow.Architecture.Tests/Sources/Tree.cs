namespace CaseFlow.Architecture.Tests.Sources;

/// <summary>The files of the working copy that people write: build output and version control left out.</summary>
internal static class Tree
{
    private static readonly string[] NotOurs =
        ["bin", "obj", ".git", ".vs", "TestResults", "BenchmarkDotNet.Artifacts"];

    /// <summary>Files under the given top folders, relative, with forward slashes, in order.</summary>
    public static IEnumerable<string> Files(params string[] folders) =>
        folders.Select(Repository.PathOf).Where(Directory.Exists).SelectMany(Walk).Order(StringComparer.Ordinal);

    /// <summary>Files that stand in the top folder itself.</summary>
    public static IEnumerable<string> TopFiles() => Directory.EnumerateFiles(Repository.Root).Select(Relative);

    private static IEnumerable<string> Walk(string folder)
    {
        var files = Directory.EnumerateFiles(folder).Select(Relative);
        var below = Directory.EnumerateDirectories(folder).Where(IsOurs).SelectMany(Walk);
        return files.Concat(below);
    }

    private static bool IsOurs(string folder) => !NotOurs.Contains(Path.GetFileName(folder));

    private static string Relative(string path) => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
}
