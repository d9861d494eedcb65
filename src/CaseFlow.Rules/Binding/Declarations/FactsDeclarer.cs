using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>Declares roots of facts.</summary>
internal static class FactsDeclarer
{
    /// <summary>Declares the roots of all modules; slots run through all of them in order.</summary>
    public static void Declare(PackDeclarations pack, FieldDeclarer fields)
    {
        foreach (var (syntax, scope) in pack.All<FactsSyntax>())
        {
            var root = new FactsSymbol(syntax.Name.Text, syntax.Name.Span)
            {
                Aliases = SymbolNames.Aliases(syntax.Names, pack.Findings),
                Labels = SymbolNames.Labels(syntax.Names, pack.Findings),
                Note = syntax.Note,
            };
            root.Fields = fields.Declare(syntax.Fields, scope, root);
            pack.FactRoots.Add(root);
            pack.Enter(pack.Names.Values, root);
        }
    }
}
