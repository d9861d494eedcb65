namespace CaseFlow.Engine.Definitions;

/// <summary>
/// What a state permits, in the field's words. Each method gives the configuration back, so that it reads as a
/// sentence.
/// </summary>
/// <typeparam name="TState">States, by value.</typeparam>
/// <typeparam name="TTrigger">Triggers, by value.</typeparam>
public sealed class StateConfiguration<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly List<Way> _ways = [];
    private readonly List<string> _entryEffects = [];

    internal StateConfiguration(TState state) => State = state;

    internal TState State { get; }

    internal bool HasSuperstate { get; private set; }

    internal TState? Superstate { get; private set; }

    internal IReadOnlyList<Way> Ways => _ways;

    internal IReadOnlyList<string> EntryEffects => [.. _entryEffects];

    internal IEnumerable<TState> NamedStates =>
        _ways.Select(way => way.Target).Concat(HasSuperstate ? [Superstate!] : Array.Empty<TState>());

    /// <summary>The trigger leads to another state.</summary>
    /// <exception cref="ArgumentException">
    /// The state is this one: say <see cref="PermitReentry"/> or <see cref="Ignore"/>.
    /// </exception>
    public StateConfiguration<TState, TTrigger> Permit(TTrigger trigger, TState to) => PermitIf(trigger, to, []);

    /// <summary>The trigger leads to another state where the guard holds.</summary>
    /// <exception cref="ArgumentException">
    /// The state is this one: say <see cref="PermitReentry"/> or <see cref="Ignore"/>.
    /// </exception>
    public StateConfiguration<TState, TTrigger> PermitIf(
        TTrigger trigger, TState to, Func<bool> guard, string description) =>
        PermitIf(trigger, to, [(guard, description)]);

    /// <summary>The trigger leads to another state where every guard holds.</summary>
    /// <exception cref="ArgumentException">
    /// The state is this one: say <see cref="PermitReentry"/> or <see cref="Ignore"/>.
    /// </exception>
    public StateConfiguration<TState, TTrigger> PermitIf(
        TTrigger trigger, TState to, params (Func<bool> Guard, string Description)[] guards)
    {
        if (to.Equals(State))
        {
            throw new ArgumentException("A state is re-entered by PermitReentry; Ignore does nothing.", nameof(to));
        }

        return Add(new Way(trigger, TransitionKind.GoesTo, to, new MachineBody(guards, [])));
    }

    /// <summary>The trigger leads out of the state and in again: its entry effects are emitted.</summary>
    public StateConfiguration<TState, TTrigger> PermitReentry(TTrigger trigger) =>
        Add(new Way(trigger, TransitionKind.GoesTo, State, new MachineBody([], [])));

    /// <summary>The trigger is accepted and does nothing.</summary>
    public StateConfiguration<TState, TTrigger> Ignore(TTrigger trigger) =>
        Add(new Way(trigger, TransitionKind.Ignores, State, new MachineBody([], [])));

    /// <summary>The trigger emits effects and the state stays.</summary>
    public StateConfiguration<TState, TTrigger> InternalTransition(TTrigger trigger, params string[] effects) =>
        Add(new Way(trigger, TransitionKind.Stays, State, new MachineBody([], effects)));

    /// <summary>The state lies in another, and permits what that one permits unless it says otherwise.</summary>
    public StateConfiguration<TState, TTrigger> SubstateOf(TState superstate)
    {
        HasSuperstate = true;
        Superstate = superstate;
        return this;
    }

    /// <summary>Entering the state emits this effect; nothing is run.</summary>
    public StateConfiguration<TState, TTrigger> OnEntry(string effect)
    {
        _entryEffects.Add(effect);
        return this;
    }

    private StateConfiguration<TState, TTrigger> Add(Way way)
    {
        _ways.Add(way);
        return this;
    }

    internal sealed record Way(TTrigger Trigger, TransitionKind Kind, TState Target, MachineBody Body)
    {
        public TableEntry Entry(int body, int target, int distance) =>
            new(body, Kind, Kind == TransitionKind.GoesTo ? target : -1, distance);
    }
}
