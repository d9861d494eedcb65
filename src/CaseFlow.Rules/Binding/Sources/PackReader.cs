using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Binding.Sources;

/// <summary>
/// Reads the files of a pack and parses its modules; every module by itself, so that no bad one hides another's
/// findings.
/// </summary>
internal static class PackReader
{
    /// <summary>The manifest's path.</summary>
    public const string ManifestPath = "pack.json";

    private const string ModuleSuffix = ".cfr";

    /// <summary>Reads everything except calendar data.</summary>
    public static PackFiles Read(IRuleSource source, DiagnosticBag findings)
    {
        var manifest = ManifestReader.Read(source, findings);
        var paths = source.Files
            .Where(path => path.EndsWith(ModuleSuffix, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (paths.Count == 0)
        {
            findings.Report(RulesCodes.NoModules, StartOf(ManifestPath));
        }

        var modules = paths.Select(path => Parse(source, path, findings)).OfType<ParsedModule>().ToList();
        string[] agencies = manifest.Agencies is { } file ? [file] : [];
        var hash = PackHash.Of(source, [ManifestPath, .. paths, .. agencies]);
        return new PackFiles(manifest, hash, modules, AgencyNames.Read(source, manifest, findings), source);
    }

    /// <summary>The place of a finding about a file as a whole.</summary>
    public static SourceSpan StartOf(string file) => new(file, 0, 0, 1, 1);

    private static ParsedModule? Parse(IRuleSource source, string path, DiagnosticBag findings)
    {
        if (source.Read(path) is not { } bytes)
        {
            findings.Report(RulesCodes.FileMissing, StartOf(path), path);
            return null;
        }

        var result = ModuleParser.Parse(path, bytes.Span, out var text);
        findings.AddRange(result.Diagnostics);
        return new ParsedModule(result.Module, text);
    }
}
