using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Diagnostics;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Expressions;

/// <summary>
/// Bare state names beside `case.state`. Inside a lifecycle its own states are meant; elsewhere those of any
/// lifecycle, since one ladder serves several.
/// </summary>
internal static class StateNames
{
    /// <summary>The canonical names that a word may mean, without repetition; none is a finding.</summary>
    public static IReadOnlyList<string> Find(Name name, ExpressionScope scope)
    {
        var module = scope.Module;
        if (scope.Lifecycle is { } own && module.Member(NameIndex<BoundState>.Of(own.States), name) is { } state)
        {
            return [state.Name];
        }

        var lifecycles = module.Names.Lifecycles.Symbols;
        var found = lifecycles
            .Select(lifecycle => NameIndex<BoundState>.Of(lifecycle.States).Find(name.Text))
            .OfType<BoundState>()
            .ToList();
        if (found.Count == 0)
        {
            module.ReportUnknown(
                name, RulesCodes.UnknownLifecycleName, lifecycles.SelectMany(lifecycle => lifecycle.States), name.Text);
            return [];
        }

        module.Names.Meanings?.Add(name, found[0]);
        return [.. found.Select(match => match.Name).Distinct(StringComparer.Ordinal)];
    }
}
