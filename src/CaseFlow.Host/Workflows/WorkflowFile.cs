using System.Globalization;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Diagnostics;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Host.Workflows;

/// <summary>A definition in a file.</summary>
/// <param name="Path">The file, as the user named it.</param>
/// <param name="Json">What stands in it.</param>
/// <param name="Reading">What reading it gave.</param>
internal sealed record WorkflowFile(string Path, byte[] Json, DefinitionReading Reading)
{
    private const string Ending = ".json";

    /// <summary>Reads a file.</summary>
    /// <exception cref="HostErrorException">It cannot be read, or is larger than any definition.</exception>
    public static WorkflowFile Read(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > DefinitionReader.LargestText)
            {
                throw Unreadable(path, length.ToString("N0", CultureInfo.InvariantCulture) + " B");
            }

            var json = File.ReadAllBytes(path);
            var name = System.IO.Path.GetFileNameWithoutExtension(path);
            return new WorkflowFile(path, json, DefinitionReader.Read(json, name));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, Reasons.Of(exception));
        }
    }

    /// <summary>
    /// The other definitions of its folder, in the order of their names; one that cannot be read says why.
    /// </summary>
    public IReadOnlyList<WorkflowFile> Siblings()
    {
        var own = System.IO.Path.GetFullPath(Path);
        return
        [
            .. Directory.EnumerateFiles(System.IO.Path.GetDirectoryName(own)!, "*" + Ending)
                .Where(path => path != own)
                .Order(StringComparer.Ordinal)
                .Select(Sibling),
        ];
    }

    private static WorkflowFile Sibling(string path)
    {
        try
        {
            return Read(path);
        }
        catch (HostErrorException unreadable)
        {
            return new WorkflowFile(path, [], new DefinitionReading(
                null,
                [
                    new WorkflowFinding(
                        WorkflowCodes.FileUnreadable, Severity.Warning, "", [unreadable.Error.Arguments[^1]]),
                ]));
        }
    }

    private static HostErrorException Unreadable(string path, string reason) =>
        new(new HostError(HostCodes.FileNotFound, path, reason), ExitCode.Usage);
}
