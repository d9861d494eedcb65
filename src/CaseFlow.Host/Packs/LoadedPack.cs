using System.Globalization;
using CaseFlow.Engine.Definitions;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.Packs;

/// <summary>A pack that was read and has no errors.</summary>
/// <param name="Folder">Where it was read from, as the user named it.</param>
/// <param name="Source">Its files, as they were read.</param>
/// <param name="Cases">What cases use of it.</param>
internal sealed record LoadedPack(string Folder, IRuleSource Source, CasePack Cases)
{
    /// <summary>Reads and loads a pack.</summary>
    /// <exception cref="HostErrorException">It is absent, unreadable or has errors.</exception>
    public static LoadedPack Load(string folder)
    {
        var source = PackFolder.Source(folder);
        var read = CasePackReader.Read(source);
        if (read.Pack is { } pack)
        {
            return new LoadedPack(folder, source, pack);
        }

        var errors = read.Problems.Count + read.Diagnostics.Count(finding => finding.Severity is Severity.Error);
        throw new HostErrorException(
            new HostError(HostCodes.PackRefused, folder, errors.ToString(CultureInfo.InvariantCulture)),
            ExitCode.Usage
        );
    }
}
