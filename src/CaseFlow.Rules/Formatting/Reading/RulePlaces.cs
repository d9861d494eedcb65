using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Formatting.Reading;

/// <summary>The numbers of a decision's rules and tables, by which exceptions refer to them.</summary>
internal sealed class RulePlaces(IReadOnlyDictionary<DecisionItemSyntax, string> numbers)
{
    private readonly Dictionary<string, DecisionItemSyntax> _byName = numbers.Keys
        .GroupBy(item => IdentifierFolding.Fold(NameOf(item).Text), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    /// <summary>The number of a rule or table.</summary>
    public string Of(DecisionItemSyntax item) => numbers[item];

    /// <summary>The number of the rule or table that a name means.</summary>
    public string Of(Name name) => Find(name) is { } item ? numbers[item] : "";

    /// <summary>Whether a name means a table.</summary>
    public bool IsTable(Name name) => Find(name) is TableSyntax;

    private DecisionItemSyntax? Find(Name name) => _byName.GetValueOrDefault(IdentifierFolding.Fold(name.Text));

    private static Name NameOf(DecisionItemSyntax item) =>
        item is RuleSyntax rule ? rule.Name : ((TableSyntax)item).Name;
}
