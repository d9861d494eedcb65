using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Host.Packs;

/// <summary>Places in a pack as a terminal and an editor find them.</summary>
internal static class FindingPlace
{
    /// <summary>`folder/file:line:column`.</summary>
    /// <param name="folder">What stands before the file's path; empty for nothing.</param>
    /// <param name="span">The place.</param>
    public static string Of(string folder, SourceSpan span) =>
        Path.Join(folder, span.File) + span.ToString()[span.File.Length..];
}
