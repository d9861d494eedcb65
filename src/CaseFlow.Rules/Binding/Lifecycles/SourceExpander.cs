using CaseFlow.Rules.Binding.Names;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Binding.Lifecycles;

/// <summary>
/// Expands `from …`: a superstate stands for itself and its substates, `any open state` for all that are not final.
/// </summary>
internal static class SourceExpander
{
    /// <summary>The states as written, and every state they stand for, in the lifecycle's order.</summary>
    public static (IReadOnlyList<BoundState> Written, IReadOnlyList<BoundState> All) Expand(
        SourceStatesSyntax syntax, NameIndex<BoundState> states, ModuleScope module)
    {
        var written = Find(syntax.States, states, module);
        var (sources, except) = (written.ToHashSet(), Find(syntax.Except, states, module).ToHashSet());
        var all = states.Symbols
            .Where(state => syntax.AnyOpen ? state.Kind != StateKind.Final : IsInOne(state, sources))
            .Where(state => !IsInOne(state, except));
        return (written, [.. all]);
    }

    private static bool IsInOne(BoundState state, HashSet<BoundState> states) =>
        state.AndAround().Any(states.Contains);

    private static IReadOnlyList<BoundState> Find(
        IReadOnlyList<Name> names, NameIndex<BoundState> states, ModuleScope module) =>
        [.. names.Select(name => LifecycleNames.State(name, states, module)).OfType<BoundState>()];
}
