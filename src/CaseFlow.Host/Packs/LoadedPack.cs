using System.Globalization;
using CaseFlow.Host.CommandLine;
using CaseFlow.Host.Diagnostics;
using CaseFlow.Rules;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Host.Packs;

/// <summary>A pack that was read and has no errors.</summary>
/// <param name="Folder">Where it was read from, as the user named it.</param>
/// <param name="Files">Its files by path.</param>
/// <param name="Bound">What the rules made of it.</param>
internal sealed record LoadedPack(string Folder, IReadOnlyDictionary<string, byte[]> Files, BoundPack Bound)
{
    /// <summary>Reads and loads a pack.</summary>
    /// <exception cref="HostErrorException">It is absent, unreadable or has errors.</exception>
    public static LoadedPack Load(string folder)
    {
        var files = PackFolder.Read(folder);
        var loaded = RulePack.Load(new InMemoryRuleSource(files));
        if (loaded.Pack is { } bound)
        {
            return new LoadedPack(folder, files, bound);
        }

        var errors = loaded.Diagnostics.Count(finding => finding.Severity is Severity.Error);
        throw new HostErrorException(
            new HostError(HostCodes.PackRefused, folder, errors.ToString(CultureInfo.InvariantCulture)), ExitCode.Usage);
    }
}
