using System.Globalization;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.Packs;

/// <summary>
/// Reads a pack's folder into memory, once: what is evaluated is what was read, whatever happens to the files after.
/// </summary>
internal static class PackFolder
{
    /// <summary>A rule file or a year of holidays is some kilobytes; beyond this it is no pack.</summary>
    public const int FileBytesMax = 5 * 1024 * 1024;

    /// <summary>Files that a pack may hold; a folder of more is no pack, and is not read in part.</summary>
    public const int FilesMax = 2_000;

    /// <summary>The files of a pack by their paths relative to the folder, with forward slashes.</summary>
    /// <exception cref="HostErrorException">The folder is absent, or a file cannot be read.</exception>
    public static IReadOnlyDictionary<string, byte[]> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new HostErrorException(new HostError(HostCodes.PackNotFound, folder), ExitCode.Usage);
        }

        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in PathsIn(folder))
        {
            files.Add(Path.GetRelativePath(folder, path).Replace('\\', '/'), ReadFile(path));
        }

        return files.Keys.Any(path => path.EndsWith(".cfr", StringComparison.Ordinal))
            ? files
            : throw new HostErrorException(new HostError(HostCodes.PackNotFound, folder), ExitCode.Usage);
    }

    /// <summary>The same, as a source of rules.</summary>
    public static InMemoryRuleSource Source(string folder) => new(Read(folder));

    // A part that cannot be read is an error: rules that were left out unseen would be missing from every decision.
    private static List<string> PathsIn(string folder)
    {
        try
        {
            var paths = Directory
                .EnumerateFiles(folder, "*", new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    IgnoreInaccessible = false,
                    AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
                })
                .Take(FilesMax + 1)
                .ToList();
            return paths.Count <= FilesMax
                ? paths
                : throw Unreadable(folder, "> " + FilesMax.ToString("N0", CultureInfo.InvariantCulture));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(folder, Reasons.Of(exception));
        }
    }

    private static byte[] ReadFile(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length <= FileBytesMax
                ? File.ReadAllBytes(path)
                : throw Unreadable(path, length.ToString("N0", CultureInfo.InvariantCulture) + " B");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, Reasons.Of(exception));
        }
    }

    private static HostErrorException Unreadable(string path, string reason) =>
        new(new HostError(HostCodes.PackUnreadable, path, reason), ExitCode.Usage);
}
