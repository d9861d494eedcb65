namespace CaseFlow.Engine.Definitions;

/// <summary>
/// Builds a state machine in the field's words. Not safe to share between threads while it is being configured; what
/// <see cref="Build"/> gives is.
/// </summary>
/// <typeparam name="TState">States, by value.</typeparam>
/// <typeparam name="TTrigger">Triggers, by value.</typeparam>
public sealed class StateMachineBuilder<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly List<StateConfiguration<TState, TTrigger>> _states = [];

    /// <summary>The configuration of a state; the same one every time.</summary>
    public StateConfiguration<TState, TTrigger> Configure(TState state)
    {
        var known = _states.Find(configured => configured.State.Equals(state));
        if (known is null)
        {
            known = new StateConfiguration<TState, TTrigger>(state);
            _states.Add(known);
        }

        return known;
    }

    /// <summary>Compiles what was configured.</summary>
    /// <exception cref="InvalidOperationException">A state lies in itself, directly or through others.</exception>
    public StateMachine<TState, TTrigger> Build()
    {
        foreach (var named in _states.SelectMany(state => state.NamedStates).ToList())
        {
            Configure(named);
        }

        var states = _states.Select(state => state.State).ToArray();
        var triggers = _states.SelectMany(state => state.Ways).Select(way => way.Trigger).Distinct().ToArray();
        var ways = _states.SelectMany(state => state.Ways).ToList();
        var rows =
            from state in _states
            from outer in Outward(state).Select((configured, distance) => (configured, distance))
            from way in outer.configured.Ways
            select new TableRow(
                Array.IndexOf(states, state.State),
                Array.IndexOf(triggers, way.Trigger),
                way.Entry(ways.IndexOf(way), Array.IndexOf(states, way.Target), outer.distance));
        return new StateMachine<TState, TTrigger>(
            states,
            triggers,
            [.. ways.Select(way => way.Body)],
            [.. _states.Select(state => state.EntryEffects)],
            rows);
    }

    private IEnumerable<StateConfiguration<TState, TTrigger>> Outward(StateConfiguration<TState, TTrigger> state)
    {
        var seen = new List<StateConfiguration<TState, TTrigger>>();
        for (var outer = state; outer is not null; outer = outer.HasSuperstate ? Configure(outer.Superstate!) : null)
        {
            if (seen.Contains(outer))
            {
                throw new InvalidOperationException($"The state `{outer.State}` lies in itself.");
            }

            seen.Add(outer);
        }

        return seen;
    }
}
