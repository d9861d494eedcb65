using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace CaseFlow.Engine.Definitions;

/// <summary>How a fired trigger came out.</summary>
public enum FireOutcome
{
    /// <summary>It led to the state, by re-entry perhaps.</summary>
    Moved,

    /// <summary>An internal transition: the state stays, effects are emitted.</summary>
    Internal,

    /// <summary>Ignored: nothing happens.</summary>
    Ignored,

    /// <summary>Permitted here, but every guard said no.</summary>
    GuardUnmet,

    /// <summary>Not permitted in this state.</summary>
    NotPermitted,

    /// <summary>Two ways out whose guards both hold: the definition is ambiguous.</summary>
    Ambiguous,
}

/// <summary>What firing gave: a value; nothing was run.</summary>
/// <param name="Outcome">How it came out.</param>
/// <param name="State">The state from now on; the same as before unless it moved.</param>
/// <param name="Effects">Names of the effects that entering the state, or the internal transition, emits.</param>
public readonly record struct Fired<TState>(FireOutcome Outcome, TState State, IReadOnlyList<string> Effects)
{
    /// <summary>True where the trigger was accepted.</summary>
    public bool IsAccepted => Outcome is FireOutcome.Moved or FireOutcome.Internal or FireOutcome.Ignored;
}

/// <summary>
/// A state machine as an immutable table, built by <see cref="StateMachineBuilder{TState, TTrigger}"/>. The caller
/// holds the state; firing looks it up and returns values, so one machine serves every case and thread.
/// </summary>
/// <typeparam name="TState">States, by value.</typeparam>
/// <typeparam name="TTrigger">Triggers, by value.</typeparam>
public sealed class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly FrozenDictionary<TState, int> _stateIndex;
    private readonly FrozenDictionary<TTrigger, int> _triggerIndex;
    private readonly TState[] _states;
    private readonly TTrigger[] _triggers;
    private readonly MachineBody[] _bodies;
    private readonly IReadOnlyList<string>[] _entryEffects;
    private readonly TransitionTable _table;

    internal StateMachine(
        TState[] states,
        TTrigger[] triggers,
        MachineBody[] bodies,
        IReadOnlyList<string>[] entryEffects,
        IEnumerable<TableRow> rows)
    {
        _states = states;
        _triggers = triggers;
        _bodies = bodies;
        _entryEffects = entryEffects;
        _stateIndex = Index(states);
        _triggerIndex = Index(triggers);
        _table = TransitionTable.Compile(states.Length, triggers.Length, rows);
    }

    /// <summary>Fires a trigger in a state.</summary>
    public Fired<TState> Fire(TState state, TTrigger trigger)
    {
        if (!TryFind(state, trigger, out var from, out var column))
        {
            return new Fired<TState>(FireOutcome.NotPermitted, state, []);
        }

        var chosen = Choose(_table[from, column], out var refused);
        return chosen is not { } entry
            ? new Fired<TState>(refused, state, [])
            : entry.Kind switch
            {
                TransitionKind.GoesTo => new Fired<TState>(
                    FireOutcome.Moved, _states[entry.Target], _entryEffects[entry.Target]),
                TransitionKind.Stays => new Fired<TState>(FireOutcome.Internal, state, _bodies[entry.Body].Effects),
                _ => new Fired<TState>(FireOutcome.Ignored, state, []),
            };
    }

    /// <summary>Whether firing would be accepted.</summary>
    public bool CanFire(TState state, TTrigger trigger) =>
        TryFind(state, trigger, out var from, out var column) && Choose(_table[from, column], out _) is not null;

    /// <summary>Whether firing would be accepted; where not, the descriptions of all guards that say no.</summary>
    public bool CanFire(TState state, TTrigger trigger, out IReadOnlyList<string> unmetGuards)
    {
        unmetGuards = [];
        if (!TryFind(state, trigger, out var from, out var column))
        {
            return false;
        }

        if (Choose(_table[from, column], out _) is not null)
        {
            return true;
        }

        unmetGuards = [.. Nearest(_table[from, column]).SelectMany(entry => _bodies[entry.Body].UnmetGuards())];
        return false;
    }

    /// <summary>The triggers that would be accepted in a state, in the order they were configured.</summary>
    public IEnumerable<TTrigger> PermittedTriggers(TState state) => _triggers.Where(trigger => CanFire(state, trigger));

    private TableEntry? Choose(ReadOnlySpan<TableEntry> entries, out FireOutcome refused)
    {
        refused = entries.Length == 0 ? FireOutcome.NotPermitted : FireOutcome.GuardUnmet;
        TableEntry? chosen = null;
        foreach (ref readonly var entry in entries)
        {
            if (entry.Distance > entries[0].Distance)
            {
                break;
            }

            if (!_bodies[entry.Body].Holds())
            {
                continue;
            }

            if (chosen is not null)
            {
                refused = FireOutcome.Ambiguous;
                return null;
            }

            chosen = entry;
        }

        return chosen;
    }

    private static List<TableEntry> Nearest(ReadOnlySpan<TableEntry> entries)
    {
        List<TableEntry> nearest = [];
        foreach (var entry in entries)
        {
            if (entry.Distance == entries[0].Distance)
            {
                nearest.Add(entry);
            }
        }

        return nearest;
    }

    private bool TryFind(TState state, TTrigger trigger, out int from, [NotNullWhen(true)] out int column)
    {
        column = -1;
        return _stateIndex.TryGetValue(state, out from) && _triggerIndex.TryGetValue(trigger, out column);
    }

    private static FrozenDictionary<T, int> Index<T>(T[] values)
        where T : notnull =>
        values.Select((value, index) => KeyValuePair.Create(value, index)).ToFrozenDictionary();
}

/// <summary>What a way out carries: its guards, and the effects of an internal transition.</summary>
internal sealed record MachineBody(
    IReadOnlyList<(Func<bool> Holds, string Description)> Guards, IReadOnlyList<string> Effects)
{
    public bool Holds()
    {
        for (var i = 0; i < Guards.Count; i++)
        {
            if (!Guards[i].Holds())
            {
                return false;
            }
        }

        return true;
    }

    public IEnumerable<string> UnmetGuards() =>
        Guards.Where(guard => !guard.Holds()).Select(guard => guard.Description);
}
