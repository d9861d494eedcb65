using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Sources;

/// <summary>A module with the text it was read from.</summary>
internal sealed record ParsedModule(ModuleSyntax Syntax, SourceText Source)
{
    /// <summary>The text that the spans of the tree count.</summary>
    public string Text => Source.Text;
}

/// <summary>Everything that was read from a pack's folder.</summary>
/// <param name="Manifest">What `pack.json` says, or the defaults.</param>
/// <param name="Hash">Hash over manifest, modules and agency register.</param>
/// <param name="Modules">The modules in order of path.</param>
/// <param name="Agencies">Names of the agency register; null where the pack has none.</param>
/// <param name="Source">The files, for calendar data.</param>
internal sealed record PackFiles(
    PackManifest Manifest,
    string Hash,
    IReadOnlyList<ParsedModule> Modules,
    AgencyNames? Agencies,
    IRuleSource Source);
