using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Binding.Names;

/// <summary>Symbols by every name they bear, canonical or alias, folded.</summary>
internal sealed class NameIndex<TSymbol>
    where TSymbol : Symbol
{
    private readonly Dictionary<string, TSymbol> _byName = new(StringComparer.Ordinal);
    private readonly List<TSymbol> _symbols = [];

    /// <summary>The symbols in the order they were added, duplicates left out.</summary>
    public IReadOnlyList<TSymbol> Symbols => _symbols;

    /// <summary>An index of some symbols; the first of two with one name wins.</summary>
    public static NameIndex<TSymbol> Of(IEnumerable<TSymbol> symbols)
    {
        var index = new NameIndex<TSymbol>();
        foreach (var symbol in symbols)
        {
            index.Add(symbol);
        }

        return index;
    }

    /// <summary>The symbol of this name, or null.</summary>
    public TSymbol? Find(string name) => _byName.GetValueOrDefault(IdentifierFolding.Fold(name));

    /// <summary>Adds a symbol under all of its names.</summary>
    /// <returns>The other symbol that already bears one of them, with that name; else null.</returns>
    public (TSymbol Symbol, string Name)? Add(TSymbol symbol)
    {
        (TSymbol, string)? clash = null;
        foreach (var name in symbol.Aliases.Values.Prepend(symbol.Name))
        {
            if (!_byName.TryAdd(IdentifierFolding.Fold(name), symbol) && Find(name) is { } other && other != symbol)
            {
                clash ??= (other, name);
            }
        }

        _symbols.Add(symbol);
        return clash;
    }
}
