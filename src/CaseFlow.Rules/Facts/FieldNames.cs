using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Facts;

/// <summary>Finds symbols by any of their names, folded as identifiers are.</summary>
internal sealed class FieldNames<TSymbol>
    where TSymbol : Symbol
{
    private readonly Dictionary<string, TSymbol> _byName = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<TSymbol> _symbols;

    /// <summary>The canonical name wins over another symbol's alias.</summary>
    public FieldNames(IReadOnlyList<TSymbol> symbols)
    {
        _symbols = symbols;
        foreach (var symbol in symbols)
        {
            _byName[IdentifierFolding.Fold(symbol.Name)] = symbol;
        }

        foreach (var symbol in symbols)
        {
            foreach (var alias in symbol.Aliases.Values)
            {
                _byName.TryAdd(IdentifierFolding.Fold(alias), symbol);
            }
        }
    }

    /// <summary>The symbol of a name, or null.</summary>
    public TSymbol? Find(string name) => _byName.GetValueOrDefault(IdentifierFolding.Fold(name));

    /// <summary>The canonical name that is nearest to a name that is none; null where none is near.</summary>
    public string? Nearest(string name)
    {
        var near = _symbols
            .Select(symbol => (symbol.Name, Distance: Distance(name, symbol.Name)))
            .OrderBy(candidate => candidate.Distance)
            .FirstOrDefault();
        var mostChanges = Math.Max(1, name.Length / 3);
        return near.Name is not null && near.Distance <= mostChanges ? near.Name : null;
    }

    // Insertions, deletions and replacements that turn one name into the other; names that are far too long are not near.
    private static int Distance(string left, string right)
    {
        const int longest = 100;
        if (left.Length > longest || right.Length > longest)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
