using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Names;

/// <summary>Finds decisions where only a decision can stand.</summary>
internal static class DecisionNames
{
    /// <summary>The decision of a name, or null with a finding.</summary>
    public static DecisionSymbol? Find(Name name, ModuleScope scope)
    {
        if (scope.Names.Values.Find(name.Text) is DecisionSymbol decision)
        {
            scope.Use(name, decision);
            return decision;
        }

        var known = scope.Visible(scope.Names.Values).OfType<DecisionSymbol>();
        scope.ReportUnknown(name, RulesCodes.UnknownDecision, known, name.Text);
        return null;
    }
}
