using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>The text of rules and exceptions, for fixes that change it; looked through once one is asked for.</summary>
internal sealed class WrittenRules(IReadOnlyList<Declared<DecisionSyntax, DecisionSymbol>> decisions)
{
    private readonly Lazy<Dictionary<SourceSpan, (RuleSyntax Rule, ModuleScope Module)>> _rules =
        new(() => Index(decisions));

    /// <summary>The rule whose name stands at a place, with its module; null for the row of a table.</summary>
    public (RuleSyntax Rule, ModuleScope Module)? At(SourceSpan name) =>
        _rules.Value.TryGetValue(name, out var found) ? found : null;

    private static Dictionary<SourceSpan, (RuleSyntax Rule, ModuleScope Module)> Index(
        IReadOnlyList<Declared<DecisionSyntax, DecisionSymbol>> decisions)
    {
        var rules = new Dictionary<SourceSpan, (RuleSyntax, ModuleScope)>();
        foreach (var decision in decisions)
        {
            foreach (var rule in decision.Syntax.Items.OfType<RuleSyntax>())
            {
                rules.TryAdd(rule.Name.Span, (rule, decision.Scope));
            }
        }

        return rules;
    }
}
