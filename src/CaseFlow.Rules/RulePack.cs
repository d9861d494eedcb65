using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Sources;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules;

/// <summary>The way in: from the files of a pack to its one intermediate form.</summary>
public static class RulePack
{
    /// <summary>
    /// Reads, binds and checks a pack. Never throws on bad text: whatever is wrong is a finding, and all findings
    /// that do not follow from one another come at once.
    /// </summary>
    /// <param name="source">The files.</param>
    public static LoadResult Load(IRuleSource source)
    {
        var findings = new DiagnosticBag();
        var files = PackReader.Read(source, findings);
        var pack = PackBinder.Bind(files, findings);
        return new LoadResult(findings.HasErrors ? null : pack, findings.InOrder());
    }

    /// <summary>
    /// `sha256:` and the hash over every file, those included that the pack's own hash leaves out: data of calendars,
    /// samples, notes. Tells whether anything at all was changed.
    /// </summary>
    /// <param name="source">The files.</param>
    public static string ContentHash(IRuleSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return PackHash.Of(source, source.Files);
    }
}
