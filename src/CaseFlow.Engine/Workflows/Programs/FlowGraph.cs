namespace CaseFlow.Engine.Workflows.Programs;

/// <summary>A connection between two children of a flowchart.</summary>
internal sealed class FlowEdge(int index, int source, string port, int target)
{
    /// <summary>Its place among the flowchart's connections.</summary>
    public int Index { get; } = index;

    /// <summary>Place of the activity it leaves.</summary>
    public int Source { get; } = source;

    /// <summary>The outcome that it follows.</summary>
    public string Port { get; } = port;

    /// <summary>Place of the activity it enters.</summary>
    public int Target { get; } = target;

    /// <summary>Whether the start reaches it, without closing a loop.</summary>
    public bool IsForward { get; set; }

    /// <summary>Whether it closes a loop.</summary>
    public bool IsBackward { get; set; }

    /// <summary>
    /// Of a backward connection: whether every road from the start to its source leads through its target.
    /// </summary>
    public bool IsSoundLoop { get; set; }
}

/// <summary>
/// The graph of a flowchart. Seen breadth-first from the start, in the order drawn, a connection is *forward* unless
/// its target already leads to its source; then it closes a loop and is *backward*. Places count the children from 0.
/// </summary>
internal sealed class FlowGraph
{
    /// <summary>
    /// How many connections may be looked at to tell loops from joins. A drawing of ten thousand activities with a
    /// hundred loops takes a million.
    /// </summary>
    public const int MostLooks = 5_000_000;

    private int _looks;

    private readonly List<FlowEdge>[] _outbound;
    private readonly List<FlowEdge>[] _inbound;

    private readonly bool _hasOpenModes;

    public FlowGraph(int children, int? start, IReadOnlyList<FlowEdge> edges, bool hasOpenModes)
    {
        _hasOpenModes = hasOpenModes;
        (Size, Start, Edges) = (children, start, edges);
        _outbound = new List<FlowEdge>[children];
        _inbound = new List<FlowEdge>[children];
        for (var place = 0; place < children; place++)
        {
            (_outbound[place], _inbound[place]) = ([], []);
        }

        foreach (var edge in edges)
        {
            _outbound[edge.Source].Add(edge);
        }

        Sort();
        foreach (var edge in edges.Where(edge => edge.IsBackward))
        {
            edge.IsSoundLoop = !Reaches(Start!.Value, edge.Source, without: edge.Target);
        }

        MayFail = hasOpenModes || edges.Any(edge => edge is { IsBackward: true, IsSoundLoop: false });
    }

    /// <summary>How many activities it has.</summary>
    public int Size { get; }

    /// <summary>Place of the first activity; null: the flowchart has none.</summary>
    public int? Start { get; }

    /// <summary>
    /// Whether following its ways may fail: the mode of a join is only known then, or a loop is unsound.
    /// </summary>
    public bool MayFail { get; }

    /// <summary>All connections, in the order drawn.</summary>
    public IReadOnlyList<FlowEdge> Edges { get; }

    /// <summary>The connections that leave an activity, in the order drawn.</summary>
    public IReadOnlyList<FlowEdge> Outbound(int place) => _outbound[place];

    /// <summary>The forward connections that enter an activity.</summary>
    public IReadOnlyList<FlowEdge> Inbound(int place) => _inbound[place];

    /// <summary>
    /// Whether its loops are so tangled that they were not told apart to the end; then it cannot be run.
    /// </summary>
    public bool IsTangled => _looks > MostLooks;

    /// <summary>The same connections seen from another start.</summary>
    public FlowGraph From(int start) => start == Start
        ? this
        : new FlowGraph(
            Size, start, [.. Edges.Select(edge => new FlowEdge(edge.Index, edge.Source, edge.Port, edge.Target))],
            _hasOpenModes);

    private void Sort()
    {
        if (Start is not { } start)
        {
            return;
        }

        var seen = new HashSet<int> { start };
        var open = new Queue<int>([start]);
        while (open.TryDequeue(out var place))
        {
            foreach (var edge in _outbound[place])
            {
                edge.IsBackward = edge.Target == place || (seen.Contains(edge.Target) && Reaches(edge.Target, place));
                if (edge.IsBackward)
                {
                    continue;
                }

                edge.IsForward = true;
                _inbound[edge.Target].Add(edge);
                if (seen.Add(edge.Target))
                {
                    open.Enqueue(edge.Target);
                }
            }
        }
    }

    private bool Reaches(int from, int to, int without = -1)
    {
        if (from == without)
        {
            return false;
        }

        var seen = new HashSet<int> { from };
        var open = new Stack<int>([from]);
        while (!IsTangled && open.TryPop(out var place))
        {
            if (place == to)
            {
                return true;
            }

            foreach (var edge in _outbound[place])
            {
                _looks++;
                if (edge.IsForward && edge.Target != without && seen.Add(edge.Target))
                {
                    open.Push(edge.Target);
                }
            }
        }

        return false;
    }
}
