using CaseFlow.Rules.Binding.Sources;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Names;

/// <summary>Which module imports which.</summary>
internal sealed class ModuleGraph
{
    private readonly Dictionary<string, ParsedModule> _byName = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _findings;

    private ModuleGraph(DiagnosticBag findings) => _findings = findings;

    /// <summary>One scope a module, in order of path.</summary>
    public static IReadOnlyList<ModuleScope> Scopes(
        IReadOnlyList<ParsedModule> modules, PackNames names, DiagnosticBag findings)
    {
        var graph = new ModuleGraph(findings);
        foreach (var module in modules)
        {
            graph.Declare(module);
        }

        graph.CheckCircles(modules);
        return [.. modules.Select(module => graph.ScopeOf(module, names))];
    }

    private void Declare(ParsedModule module)
    {
        var name = module.Syntax.Module;
        if (name.Text.Length > 0 && !_byName.TryAdd(IdentifierFolding.Fold(name.Text), module))
        {
            var other = _byName[IdentifierFolding.Fold(name.Text)].Syntax.Module;
            _findings.ReportWith(
                RulesCodes.DuplicateName, name.Span, [new RelatedPlace(other.Span, other.Text)], name.Text);
        }
    }

    private ModuleScope ScopeOf(ParsedModule module, PackNames names)
    {
        var scope = new ModuleScope(module, names, _findings);
        foreach (var import in module.Syntax.Imports)
        {
            if (Target(import) is { } imported)
            {
                scope.Import(imported, import.Alias);
            }
            else
            {
                var known = _byName.Values.Select(other => NameOf(other.Syntax.Module));
                var guess = Suggestions.Nearest(import.Module.Text, names.Guessing(known));
                _findings.ReportNear(RulesCodes.UnknownImport, import.Module.Span, guess, import.Module.Text);
            }
        }

        return scope;
    }

    private static Name NameOf(QualifiedName name) => new(name.Text, name.Span);

    private void CheckCircles(IReadOnlyList<ParsedModule> modules)
    {
        var circles = Circles<ParsedModule>.Search(
            modules, module => module.Syntax.Imports.Select(Target).OfType<ParsedModule>());
        foreach (var circle in circles.Found)
        {
            var edges = circle.Select((module, step) => Edge(module, circle[(step + 1) % circle.Count])).ToList();
            var path = ShortList.Circle([.. circle.Select(module => module.Syntax.Module.Text)]);
            _findings.ReportWith(
                RulesCodes.ImportCycle,
                edges[0].Span,
                [.. edges.Skip(1).Select(edge => new RelatedPlace(edge.Span, edge.Module.Text))],
                path);
        }
    }

    private ImportSyntax Edge(ParsedModule from, ParsedModule to) =>
        from.Syntax.Imports.First(import => Target(import) == to);

    private ParsedModule? Target(ImportSyntax import) =>
        _byName.GetValueOrDefault(IdentifierFolding.Fold(import.Module.Text));
}
