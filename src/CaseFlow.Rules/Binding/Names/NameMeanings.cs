using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Names;

/// <summary>What the names of a text mean, each by its place: the reading view shows labels instead of them.</summary>
internal sealed class NameMeanings
{
    // Two names that read alike at two places may mean two things: they are told apart as nodes.
    private readonly Dictionary<Name, Symbol> _symbols = new(ReferenceEqualityComparer.Instance);

    /// <summary>Says what a name means.</summary>
    public void Add(Name name, Symbol symbol) => _symbols[name] = symbol;

    /// <summary>The symbol that a name means; null for a quantifier's variable, a rule, a role.</summary>
    public Symbol? Of(Name name) => _symbols.GetValueOrDefault(name);
}
