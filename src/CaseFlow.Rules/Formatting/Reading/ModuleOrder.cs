using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>The order of reading: a module comes after those whose words it uses, else by path.</summary>
internal static class ModuleOrder
{
    /// <summary>Orders modules that import one another in no circle.</summary>
    public static IReadOnlyList<ModuleSyntax> Of(IReadOnlyList<ModuleSyntax> modules)
    {
        var (ordered, rest) = (new List<ModuleSyntax>(modules.Count), modules.ToList());
        while (rest.Count > 0)
        {
            var next = rest.Find(module => module.Imports.All(import => !rest.Exists(other => Is(other, import))));
            next ??= rest[0];
            rest.Remove(next);
            ordered.Add(next);
        }

        return ordered;
    }

    private static bool Is(ModuleSyntax module, ImportSyntax import) =>
        IdentifierFolding.Comparer.Equals(module.Module.Text, import.Module.Text);
}
