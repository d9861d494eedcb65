using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Examples;

/// <summary>The names that `by rule` may bear: rules, exceptions and tables of a decision, and `otherwise`.</summary>
internal sealed class RuleNames
{
    private const string Otherwise = "otherwise";

    private readonly Dictionary<DecisionSymbol, IReadOnlyList<string>> _names = new(ReferenceEqualityComparer.Instance);

    /// <summary>The names in some decisions.</summary>
    public RuleNames(IEnumerable<Declared<DecisionSyntax, DecisionSymbol>> decisions)
    {
        foreach (var decision in decisions)
        {
            _names[decision.Symbol] = [.. decision.Syntax.Items.Select(NameOf).OfType<string>(), Otherwise];
        }
    }

    /// <summary>All names in a decision.</summary>
    public IReadOnlyList<string> In(DecisionSymbol decision) => _names.GetValueOrDefault(decision, []);

    /// <summary>The name as declared, or null.</summary>
    public string? Find(DecisionSymbol decision, string name) =>
        In(decision).FirstOrDefault(known => IdentifierFolding.Fold(known) == IdentifierFolding.Fold(name));

    private static string? NameOf(DecisionItemSyntax item) => item switch
    {
        RuleSyntax rule => rule.Name.Text,
        TableSyntax table => table.Name.Text,
        _ => null,
    };
}
