using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;

namespace CaseFlow.Rules.Binding.Sources;

/// <summary>Finds the decisions that the manifest wants asked about every case.</summary>
internal static class AssessmentBinder
{
    /// <summary>The decisions in the manifest's order, each once; an unknown name is a finding (CF2104).</summary>
    public static IReadOnlyList<DecisionSymbol> Bind(PackManifest manifest, PackNames names, DiagnosticBag findings)
    {
        var decisions = new List<DecisionSymbol>();
        foreach (var name in manifest.Assessments)
        {
            if (names.Values.Find(name) is DecisionSymbol decision)
            {
                decisions.Add(decision);
                continue;
            }

            var known = names.Guessing(names.Values.Symbols).OfType<DecisionSymbol>().Select(symbol => symbol.Name);
            findings.ReportGuessing(
                RulesCodes.UnknownDecision,
                PackReader.StartOf(PackReader.ManifestPath),
                Suggestions.Nearest(name, known),
                name);
        }

        return [.. decisions.Distinct()];
    }
}
