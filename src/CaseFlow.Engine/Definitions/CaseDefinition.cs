using System.Collections.Frozen;
using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Syntax;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Definitions;

/// <summary>
/// A lifecycle of a pack, compiled to a flat transition table. Immutable and safe to share between threads.
/// </summary>
public sealed class CaseDefinition
{
    private readonly BoundTriggerBody[] _bodies;
    private readonly FrozenDictionary<string, BoundState> _states;
    private readonly FrozenDictionary<string, BoundTrigger> _triggers;
    private readonly FrozenDictionary<BoundTrigger, int> _columns;

    private CaseDefinition(BoundLifecycle lifecycle, BoundTriggerBody[] bodies, TransitionTable table)
    {
        Lifecycle = lifecycle;
        _bodies = bodies;
        Table = table;
        _states = NamesOf(lifecycle.States);
        _triggers = NamesOf(lifecycle.Triggers);
        _columns = lifecycle.Triggers
            .Select((trigger, index) => (trigger, index))
            .ToFrozenDictionary(pair => pair.trigger, pair => pair.index);
        Initial = lifecycle.States.First(state => state.Kind == StateKind.Initial);
    }

    /// <summary>The lifecycle as the pack declares it.</summary>
    public BoundLifecycle Lifecycle { get; }

    /// <summary>The state in which a case begins.</summary>
    public BoundState Initial { get; }

    /// <summary>The compiled table: states and triggers by their place in the lifecycle.</summary>
    public TransitionTable Table { get; }

    /// <summary>Compiles a lifecycle; its pack has been checked.</summary>
    public static CaseDefinition Compile(BoundLifecycle lifecycle)
    {
        var bodies = new List<BoundTriggerBody>();
        var rows = new List<TableRow>();
        for (var trigger = 0; trigger < lifecycle.Triggers.Count; trigger++)
        {
            foreach (var body in lifecycle.Triggers[trigger].Versions)
            {
                var entry = EntryOf(body, bodies.Count);
                rows.AddRange(body.Sources.Select(
                    source => new TableRow(source.Index, trigger, entry with { Distance = Distance(source, body) })));
                bodies.Add(body);
            }
        }

        var table = TransitionTable.Compile(lifecycle.States.Count, lifecycle.Triggers.Count, rows);
        return new CaseDefinition(lifecycle, [.. bodies], table);
    }

    /// <summary>The state of a canonical name or alias, folded as identifiers are; null where there is none.</summary>
    public BoundState? FindState(string name) => _states.GetValueOrDefault(IdentifierFolding.Fold(name));

    /// <summary>
    /// The trigger of a canonical name or alias, folded as identifiers are; null where there is none.
    /// </summary>
    public BoundTrigger? FindTrigger(string name) => _triggers.GetValueOrDefault(IdentifierFolding.Fold(name));

    /// <summary>
    /// The bodies of a trigger that are open in a state on a day: those in force, and of those only the nearest,
    /// because a trigger of a substate hides the same trigger of its superstate. Usually one; more where their guards
    /// must tell them apart.
    /// </summary>
    public IReadOnlyList<BoundTriggerBody> BodiesOf(BoundState state, BoundTrigger trigger, DateOnly day)
    {
        List<BoundTriggerBody> open = [];
        var nearest = int.MaxValue;
        foreach (var entry in Table[state.Index, _columns[trigger]])
        {
            var body = _bodies[entry.Body];
            if (entry.Distance <= nearest && body.Period.Contains(day))
            {
                nearest = entry.Distance;
                open.Add(body);
            }
        }

        return open;
    }

    /// <summary>The triggers that have a body open in a state on a day, in the lifecycle's order.</summary>
    public IEnumerable<BoundTrigger> PermittedTriggers(BoundState state, DateOnly day) =>
        Lifecycle.Triggers.Where(trigger => BodiesOf(state, trigger, day).Count > 0);

    /// <summary>Symbols by all their names, folded; a canonical name wins over another's alias.</summary>
    internal static FrozenDictionary<string, TSymbol> NamesOf<TSymbol>(IReadOnlyList<TSymbol> symbols)
        where TSymbol : Symbol
    {
        var canonical = symbols.Select(symbol => (symbol.Name, symbol));
        var aliases = symbols.SelectMany(symbol => symbol.Aliases.Values.Select(alias => (alias, symbol)));
        return canonical.Concat(aliases)
            .DistinctBy(pair => IdentifierFolding.Fold(pair.Item1))
            .ToFrozenDictionary(
                pair => IdentifierFolding.Fold(pair.Item1), pair => pair.symbol, StringComparer.Ordinal);
    }

    private static TableEntry EntryOf(BoundTriggerBody body, int index) => body.Move switch
    {
        BoundGoesTo move => new TableEntry(index, TransitionKind.GoesTo, move.State.Index, 0),
        BoundStays => new TableEntry(index, TransitionKind.Stays, -1, 0),
        BoundGoesBack => new TableEntry(index, TransitionKind.GoesBack, -1, 0),
        BoundIgnores => new TableEntry(index, TransitionKind.Ignores, -1, 0),
        _ => new TableEntry(index, TransitionKind.FirstOf, -1, 0),
    };

    // `any open state` names no state at all: it lies farther out than every superstate.
    private static int Distance(BoundState state, BoundTriggerBody body)
    {
        var distance = 0;
        for (var outer = state; outer is not null; outer = outer.Superstate)
        {
            if (body.WrittenSources.Contains(outer))
            {
                return distance;
            }

            distance++;
        }

        return int.MaxValue;
    }
}
