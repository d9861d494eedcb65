using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Examples;

/// <summary>The names that `by rule` may bear: rules, exceptions and tables of a decision, and `otherwise`.</summary>
internal sealed class RuleNames
{
    // Gathered for a decision once an example names one of its rules.
    private readonly Dictionary<DecisionSymbol, Lazy<Dictionary<string, Name>>> _names =
        new(ReferenceEqualityComparer.Instance);

    /// <summary>The names in some decisions.</summary>
    public RuleNames(IEnumerable<Declared<DecisionSyntax, DecisionSymbol>> decisions)
    {
        foreach (var decision in decisions)
        {
            _names[decision.Symbol] = new Lazy<Dictionary<string, Name>>(() => NamesIn(decision));
        }
    }

    /// <summary>All names in a decision.</summary>
    public IEnumerable<Name> In(DecisionSymbol decision) =>
        _names.TryGetValue(decision, out var names) ? names.Value.Values : [];

    /// <summary>The name as declared, or null.</summary>
    public string? Find(DecisionSymbol decision, string name) =>
        _names.TryGetValue(decision, out var names) ? names.Value.GetValueOrDefault(name)?.Text : null;

    private static Dictionary<string, Name> NamesIn(Declared<DecisionSyntax, DecisionSymbol> decision)
    {
        var otherwise = new Name(BoundOtherwise.Name, decision.Syntax.Otherwise?.Span ?? decision.Symbol.Span);
        var names = new Dictionary<string, Name>(IdentifierFolding.Comparer) { [otherwise.Text] = otherwise };
        foreach (var name in decision.Syntax.Items.Select(NameOf).OfType<Name>())
        {
            names.TryAdd(name.Text, name);
        }

        return names;
    }

    private static Name? NameOf(DecisionItemSyntax item) => item switch
    {
        RuleSyntax rule => rule.Name,
        TableSyntax table => table.Name,
        _ => null,
    };
}
