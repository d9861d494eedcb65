using System.Runtime.CompilerServices;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Facts;

/// <summary>The names of a pack's facts, made once a pack and kept as long as the pack is.</summary>
internal sealed class FactNames
{
    private static readonly ConditionalWeakTable<BoundPack, FactNames> OfPacks = [];

    private readonly Dictionary<FactsSymbol, NameIndex<FieldSymbol>> _fields;

    private FactNames(BoundPack pack)
    {
        Roots = NameIndex<FactsSymbol>.Of(pack.FactRoots);
        _fields = pack.FactRoots.ToDictionary(root => root, root => NameIndex<FieldSymbol>.Of(root.Fields));
    }

    /// <summary>The roots.</summary>
    public NameIndex<FactsSymbol> Roots { get; }

    /// <summary>The names of a pack.</summary>
    public static FactNames Of(BoundPack pack) => OfPacks.GetValue(pack, made => new FactNames(made));

    /// <summary>The fields of a root.</summary>
    public NameIndex<FieldSymbol> FieldsOf(FactsSymbol root) => _fields[root];
}
