using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Engine.Definitions;

/// <summary>
/// What a case can still come to by its lifecycle. Guards, roles and periods are not asked: what is not within reach
/// cannot come, whatever anybody does.
/// </summary>
internal sealed class LifecycleReach
{
    private readonly BoundLifecycle _lifecycle;
    private readonly HashSet<BoundState> _states;

    private LifecycleReach(BoundLifecycle lifecycle, HashSet<BoundState> states) =>
        (_lifecycle, _states) = (lifecycle, states);

    /// <summary>From a state on, that state included.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <param name="state">Where the case stands.</param>
    /// <param name="returnTo">The state to which `goes back` leads; null: none is remembered.</param>
    public static LifecycleReach From(BoundLifecycle lifecycle, BoundState state, BoundState? returnTo)
    {
        var reached = new HashSet<BoundState> { state };
        var frontier = new Queue<BoundState>(reached);
        while (frontier.TryDequeue(out var at))
        {
            var next = BodiesIn(lifecycle, at).SelectMany(body => Targets(body.Move, returnTo)).Where(reached.Add);
            foreach (var target in next.ToList())
            {
                frontier.Enqueue(target);
            }
        }

        return new LifecycleReach(lifecycle, reached);
    }

    /// <summary>Whether the case can come into a state, or is in it.</summary>
    public bool Holds(BoundState wanted) => _states.Any(state => state.IsIn(wanted));

    /// <summary>Whether a trigger can still be fired.</summary>
    public bool Holds(BoundTrigger trigger) => trigger.Versions.Any(body => body.Sources.Any(_states.Contains));

    /// <summary>Whether a trigger that starts a deadline can still be fired.</summary>
    public bool Starts(BoundDeadline deadline) => _states
        .SelectMany(state => BodiesIn(_lifecycle, state))
        .SelectMany(body => body.Effects)
        .OfType<BoundDeadlineEffect>()
        .Any(effect => effect.Kind == DeadlineEffectKind.Starts && effect.Deadlines.Contains(deadline));

    private static IEnumerable<BoundTriggerBody> BodiesIn(BoundLifecycle lifecycle, BoundState state) =>
        lifecycle.Triggers.SelectMany(trigger => trigger.Versions).Where(body => body.Sources.Contains(state));

    // What `goes back` remembers later is a state that was passed, so it is reached without it.
    private static IEnumerable<BoundState> Targets(BoundMove move, BoundState? returnTo) => move switch
    {
        BoundGoesTo to => [to.State],
        BoundFirstOf first => first.Choices.Select(choice => choice.State).Append(first.Otherwise),
        BoundGoesBack when returnTo is not null => [returnTo],
        _ => [],
    };
}
