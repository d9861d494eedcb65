namespace CaseFlow.Rules.Binding.Names;

/// <summary>
/// Orders things by what they need, and finds circles among them. Walks with its own stack: a pack may chain
/// thousands.
/// </summary>
internal sealed class Circles<TNode>
    where TNode : class
{
    // Circles through each other are mended a few at a time, and each may go through a whole pack: beyond so many steps
    // of them no further one is told.
    private const int MostSteps = 100_000;

    private readonly Func<TNode, IEnumerable<TNode>> _needs;
    private readonly Dictionary<TNode, bool> _isDone = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<(TNode Node, Queue<TNode> Open)> _path = new();
    private readonly List<TNode> _order = [];
    private readonly List<IReadOnlyList<TNode>> _found = [];
    private int _steps;

    private Circles(Func<TNode, IEnumerable<TNode>> needs) => _needs = needs;

    /// <summary>
    /// Each node after those it needs (as far as circles allow), and one circle for each edge that closes one, as long
    /// as they are few enough to be told.
    /// </summary>
    /// <param name="nodes">All nodes, in the order wanted where nothing else decides.</param>
    /// <param name="needs">What a node needs.</param>
    public static (IReadOnlyList<TNode> Order, IReadOnlyList<IReadOnlyList<TNode>> Found) Search(
        IEnumerable<TNode> nodes, Func<TNode, IEnumerable<TNode>> needs)
    {
        var search = new Circles<TNode>(needs);
        foreach (var node in nodes)
        {
            search.Enter(node);
            search.Walk();
        }

        return (search._order, search._found);
    }

    private void Walk()
    {
        while (_path.TryPeek(out var step))
        {
            if (step.Open.TryDequeue(out var needed))
            {
                Enter(needed);
                continue;
            }

            _path.Pop();
            _isDone[step.Node] = true;
            _order.Add(step.Node);
        }
    }

    private void Enter(TNode node)
    {
        if (_isDone.TryAdd(node, value: false))
        {
            _path.Push((node, new Queue<TNode>(_needs(node))));
        }
        else if (!_isDone[node] && _steps < MostSteps)
        {
            var above = _path.Select(step => step.Node).TakeWhile(step => !ReferenceEquals(step, node));
            _found.Add([node, .. above.Reverse()]);
            _steps += _found[^1].Count;
        }
    }
}
