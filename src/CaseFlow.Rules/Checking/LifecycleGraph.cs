using CaseFlow.Rules.Binding.Lifecycles;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Checking;

/// <summary>
/// The states that a case of one lifecycle can rest in, and the ways between them. Guards are taken to pass: a state
/// that only an impossible guard keeps apart counts as reachable.
/// </summary>
internal sealed class LifecycleGraph
{
    private readonly ILookup<BoundState, LifecycleEdge> _ways;
    private readonly HashSet<BoundState> _reached = [];

    /// <summary>The graph of a lifecycle.</summary>
    public LifecycleGraph(BoundLifecycle lifecycle)
    {
        Lifecycle = lifecycle;
        Initial = lifecycle.States.FirstOrDefault(state => state.Kind == StateKind.Initial);
        _ways = Bodies.SelectMany(item => EdgesOf(item.Trigger, item.Body)).ToLookup(edge => edge.From);
        if (Initial is not null)
        {
            Reach(Initial);
        }

        Edges = [.. lifecycle.States.Where(IsReached).SelectMany(state => _ways[state])];
    }

    /// <summary>The lifecycle.</summary>
    public BoundLifecycle Lifecycle { get; }

    /// <summary>Where a case begins; null where the lifecycle says not or twice.</summary>
    public BoundState? Initial { get; }

    /// <summary>The ways out of states that can be reached, those that stay included.</summary>
    public IReadOnlyList<LifecycleEdge> Edges { get; }

    /// <summary>Whether a case can rest in a state.</summary>
    public bool IsReached(BoundState state) => _reached.Contains(state);

    /// <summary>The bodies of all triggers.</summary>
    public IEnumerable<(BoundTrigger Trigger, BoundTriggerBody Body)> Bodies =>
        Lifecycle.Triggers.SelectMany(trigger => trigger.Versions.Select(body => (trigger, body)));

    /// <summary>Runs an analysis along all ways until nothing changes.</summary>
    /// <typeparam name="TKnown">What is known of a state.</typeparam>
    /// <param name="start">What is known where a case begins.</param>
    /// <param name="along">What is known after a way, from what is known before it.</param>
    /// <param name="join">What is known where two ways meet; must only ever move in one direction.</param>
    /// <param name="isSame">Whether nothing was learnt.</param>
    /// <returns>What is known of each state that can be reached.</returns>
    public IReadOnlyDictionary<BoundState, TKnown> Flow<TKnown>(
        TKnown start,
        Func<LifecycleEdge, TKnown, TKnown> along,
        Func<TKnown, TKnown, TKnown> join,
        Func<TKnown, TKnown, bool> isSame)
    {
        var known = new Dictionary<BoundState, TKnown>();
        if (Initial is null)
        {
            return known;
        }

        known[Initial] = start;
        var open = new Queue<BoundState>([Initial]);
        while (open.TryDequeue(out var state))
        {
            foreach (var edge in _ways[state])
            {
                var after = along(edge, known[state]);
                var isNew = !known.TryGetValue(edge.To, out var before);
                var joined = isNew ? after : join(before!, after);
                if (isNew || !isSame(before!, joined))
                {
                    known[edge.To] = joined;
                    open.Enqueue(edge.To);
                }
            }
        }

        return known;
    }

    private void Reach(BoundState initial)
    {
        var open = new Queue<BoundState>([initial]);
        _reached.Add(initial);
        while (open.TryDequeue(out var state))
        {
            foreach (var edge in _ways[state].Where(edge => _reached.Add(edge.To)))
            {
                open.Enqueue(edge.To);
            }
        }
    }

    private IEnumerable<LifecycleEdge> EdgesOf(BoundTrigger trigger, BoundTriggerBody body) => body.Period.IsEmpty
        ? []
        : body.Sources.SelectMany(from => Targets(body, from).Select(to => new LifecycleEdge(trigger, body, from, to)));

    private IEnumerable<BoundState> Targets(BoundTriggerBody body, BoundState from) => body.Move switch
    {
        BoundGoesTo to => [to.State],
        BoundFirstOf first => first.Choices.Select(choice => choice.State).Append(first.Otherwise).Distinct(),
        BoundGoesBack => Suspended(),
        _ => [from],
    };

    // Back means: to any state that some trigger suspends in.
    private IEnumerable<BoundState> Suspended() => Lifecycle.Triggers
        .SelectMany(trigger => trigger.Versions)
        .Where(TriggerParts.Suspends)
        .SelectMany(body => body.Sources)
        .Distinct();
}
