using System.Runtime.CompilerServices;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Symbols;

namespace CaseFlow.Rules.Facts;

/// <summary>The names of a pack's facts, records and enums, made once a pack and kept as long as the pack is.</summary>
internal sealed class FactNames
{
    private static readonly ConditionalWeakTable<BoundPack, FactNames> OfPacks = [];

    private readonly Dictionary<FactsSymbol, FieldNames<FieldSymbol>> _fields;

    private FactNames(BoundPack pack)
    {
        Roots = new FieldNames<FactsSymbol>(pack.FactRoots);
        _fields = pack.FactRoots.ToDictionary(root => root, root => new FieldNames<FieldSymbol>(root.Fields));
    }

    /// <summary>The roots.</summary>
    public FieldNames<FactsSymbol> Roots { get; }

    /// <summary>The names of a pack.</summary>
    public static FactNames Of(BoundPack pack) => OfPacks.GetValue(pack, made => new FactNames(made));

    /// <summary>The fields of a root.</summary>
    public FieldNames<FieldSymbol> FieldsOf(FactsSymbol root) => _fields[root];
}
