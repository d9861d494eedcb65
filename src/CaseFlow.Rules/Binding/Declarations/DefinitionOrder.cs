using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Declarations;

/// <summary>
/// The order in which definitions are bound. Whether one that may be missing is sure to be there is looked for inside
/// it, so it is bound before those that read it, wherever it stands.
/// </summary>
internal static class DefinitionOrder
{
    /// <summary>All definitions, each after those whose names stand in it, as far as circles allow.</summary>
    public static IReadOnlyList<Declared<DefinitionSyntax, DefinitionSymbol>> Of(PackDeclarations pack)
    {
        if (!pack.Definitions.Exists(definition => definition.Symbol.Type.Optional))
        {
            return pack.Definitions;
        }

        var declared = pack.Definitions.ToDictionary(definition => definition.Symbol);
        return Circles<Declared<DefinitionSyntax, DefinitionSymbol>>
            .Search(pack.Definitions, definition => NamedIn(definition).Select(symbol => declared[symbol]))
            .Order;
    }

    // A word may be part of a path and mean something else: then there is only an order too many.
    private static IEnumerable<DefinitionSymbol> NamedIn(Declared<DefinitionSyntax, DefinitionSymbol> definition) =>
        definition.Scope.WordsIn(definition.Syntax.Value.Span)
            .Select(definition.Scope.Names.Values.Find)
            .OfType<DefinitionSymbol>();
}
