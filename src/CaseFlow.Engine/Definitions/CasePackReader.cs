using CaseFlow.Engine.Assignments;
using CaseFlow.Engine.Commands;
using CaseFlow.Engine.Storage;
using CaseFlow.Rules;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Engine.Definitions;

/// <summary>What reading a pack gave.</summary>
/// <param name="Pack">The pack; null where there is an error.</param>
/// <param name="Diagnostics">What the rules' text has to be told.</param>
/// <param name="Problems">What is wrong with the register of agencies.</param>
public sealed record CasePackReading(
    CasePack? Pack, IReadOnlyList<Diagnostic> Diagnostics, IReadOnlyList<Problem> Problems);

/// <summary>Reads a pack with its register of agencies. Never throws on bad files.</summary>
public static class CasePackReader
{
    /// <summary>Reads the files of a pack.</summary>
    public static CasePackReading Read(IRuleSource source)
    {
        var loaded = RulePack.Load(source);
        if (loaded.Pack is not { } pack)
        {
            return new CasePackReading(null, loaded.Diagnostics, []);
        }

        var register = RegisterOf(source, pack.Manifest.Agencies);
        return new CasePackReading(
            register.Problems.Count == 0 ? new CasePack(pack, register.Register) : null,
            loaded.Diagnostics,
            register.Problems);
    }

    /// <summary>The pack with all its files, for the archive.</summary>
    public static ArchivedPack Archive(CasePack pack, IRuleSource source) => new(
        pack.Bound.Hash,
        pack.Bound.Manifest.Name,
        pack.Bound.Manifest.Version,
        source.Files.ToDictionary(file => file, file => source.Read(file)!.Value.ToArray(), StringComparer.Ordinal));

    private static RegisterReading RegisterOf(IRuleSource source, string? path)
    {
        if (path is null)
        {
            return new RegisterReading(AgencyRegister.Empty, []);
        }

        return source.Read(path) is { } json
            ? AgencyRegisterReader.Read(json)
            : new RegisterReading(
                AgencyRegister.Empty, [new Problem(EngineCodes.RegisterMalformed, path, [path])]);
    }
}
