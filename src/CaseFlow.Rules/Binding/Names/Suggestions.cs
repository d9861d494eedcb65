using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Names;

/// <summary>`did you mean`: the nearest name by edit distance, with and without diacritics.</summary>
internal static class Suggestions
{
    /// <summary>
    /// The nearest of the symbols' names, shown with its other name (`remote_area (vùng_xa)`), or null.
    /// </summary>
    public static string? Nearest(string written, IEnumerable<Symbol> symbols) =>
        NearestOf(written, symbols) is { } best ? Shown(best.Name, best.Symbol) : null;

    /// <summary>The nearest of the symbols' names; null where none is near, or several are equally near.</summary>
    public static (string Name, Symbol Symbol)? NearestOf(string written, IEnumerable<Symbol> symbols)
    {
        var choices = symbols
            .SelectMany(symbol => symbol.Aliases.Values.Prepend(symbol.Name), (symbol, name) => (symbol, name))
            .Select(choice => (choice.symbol, choice.name, Distance: Spelling.Distance(written, choice.name)))
            .Where(choice => choice.Distance is not null)
            .OrderBy(choice => choice.Distance)
            .ToList();

        // Of two that are equally near neither was surely meant.
        var isOne = choices.Count > 0
            && choices.TrueForAll(other => other.symbol == choices[0].symbol || other.Distance > choices[0].Distance);
        return isOne ? (choices[0].name, choices[0].symbol) : null;
    }

    /// <summary>The nearest of some plain names, or null.</summary>
    public static string? Nearest(string written, IEnumerable<string> names) => Nearest(written, names, name => name);

    /// <summary>The nearest of some names as written, or null.</summary>
    public static Name? Nearest(string written, IEnumerable<Name> names) => Nearest(written, names, name => name.Text);

    private static T? Nearest<T>(string written, IEnumerable<T> choices, Func<T, string> nameOf) => choices
        .Select(choice => (choice, Distance: Spelling.Distance(written, nameOf(choice))))
        .Where(candidate => candidate.Distance is not null)
        .OrderBy(candidate => candidate.Distance)
        .Select(candidate => candidate.choice)
        .FirstOrDefault();

    /// <summary>A name with the other names of what bears it.</summary>
    public static string Shown(string name, Symbol symbol)
    {
        var others = symbol.Aliases.Values.Prepend(symbol.Name).Where(other => other != name).ToList();
        return others.Count == 0 ? name : name + " (" + string.Join(", ", others) + ")";
    }
}
