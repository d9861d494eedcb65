using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;

namespace CaseFlow.Host.Packs;

/// <summary>Writes a module's file.</summary>
internal static class ModuleFile
{
    /// <summary>
    /// Replaces the file in one step: who reads it meanwhile, or after a failure, has the old text or the new one,
    /// whole.
    /// </summary>
    /// <exception cref="HostErrorException">The folder or the file cannot be written.</exception>
    public static void Replace(string file, byte[] content)
    {
        var draft = file + ".draft";
        try
        {
            File.WriteAllBytes(draft, content);
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(draft, File.GetUnixFileMode(file));
            }

            File.Move(draft, file, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            throw new HostErrorException(
                new HostError(HostCodes.PackUnwritable, file, Reasons.Of(exception)), ExitCode.Environment);
        }
    }
}
