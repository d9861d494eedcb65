using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Binding.Names;

/// <summary>`did you mean`: the nearest name by edit distance, with and without diacritics.</summary>
internal static class Suggestions
{
    // A third of the word may be wrong: more would guess wildly, less would miss `remote` for `remote_area`.
    private const int WrongShare = 3;

    /// <summary>
    /// The nearest of the symbols' names, shown with its other name (`remote_area (vùng_xa)`), or null.
    /// </summary>
    public static string? Nearest(string written, IEnumerable<Symbol> symbols)
    {
        var best = symbols
            .SelectMany(symbol => symbol.Aliases.Values.Prepend(symbol.Name), (symbol, name) => (symbol, name))
            .Select(choice => (choice.symbol, choice.name, Distance: Distance(written, choice.name)))
            .Where(choice => choice.Distance is not null)
            .OrderBy(choice => choice.Distance)
            .FirstOrDefault();
        return best.symbol is null ? null : Shown(best.name, best.symbol);
    }

    /// <summary>The nearest of some plain names, or null.</summary>
    public static string? Nearest(string written, IEnumerable<string> names) => names
        .Select(name => (name, Distance: Distance(written, name)))
        .Where(choice => choice.Distance is not null)
        .OrderBy(choice => choice.Distance)
        .Select(choice => choice.name)
        .FirstOrDefault();

    private static string Shown(string name, Symbol symbol)
    {
        var others = symbol.Aliases.Values.Prepend(symbol.Name).Where(other => other != name).ToList();
        return others.Count == 0 ? name : name + " (" + string.Join(", ", others) + ")";
    }

    // Half points for marks: `vung_xa` is nearer to `vùng_xa` than to any other word.
    private static double? Distance(string written, string name)
    {
        var (left, right) = (IdentifierFolding.Fold(written), IdentifierFolding.Fold(name));
        var bare = EditDistance(TextMarks.Strip(left), TextMarks.Strip(right));
        var longest = Math.Max(left.Length, right.Length);
        if (bare * WrongShare <= longest)
        {
            return bare + (left == right ? 0 : 0.5);
        }

        var isPart = written.Length >= WrongShare && right.Contains(left, StringComparison.Ordinal);
        return isPart ? bare : null;
    }

    private static int EditDistance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var substituted = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substituted, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
