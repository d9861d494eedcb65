namespace CaseFlow.Rules.Syntax;

/// <summary>
/// Where the files of a pack come from: a folder, an archive, memory. Reading is the edge's business.
/// </summary>
public interface IRuleSource
{
    /// <summary>Paths of all files, relative to the pack, with forward slashes, in any order.</summary>
    IReadOnlyList<string> Files { get; }

    /// <summary>The bytes of a file, or null where there is none of that path.</summary>
    ReadOnlyMemory<byte>? Read(string path);
}
