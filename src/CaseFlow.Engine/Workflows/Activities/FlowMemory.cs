using System.Runtime.InteropServices;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;

namespace CaseFlow.Engine.Workflows.Activities;

/// <summary>What a flowchart counts. Places and ways as in its <see cref="FlowGraph"/>.</summary>
internal sealed record FlowMemory : ActivityMemory
{
    private readonly HashSet<int> _loops = [];

    // What follows is of one burst, and is not stored: between bursts nothing is scheduled.
    private Stack<WaysOut>? _open;
    private HashSet<int>? _underWay;
    private List<Change>? _changes;
    private List<Change>? _room;
    private bool[]? _marks;

    public FlowMemory(int activities, int ways) =>
        (Visits, WayVisits, IsFollowed) = (new int[activities], new int[ways], new bool[ways]);

    private enum What
    {
        Visit,
        WayVisit,
        Loop,
        Entry,
    }

    /// <summary>The activities that are entered by a way back and have not completed.</summary>
    public IReadOnlyCollection<int> Loops => _loops;

    /// <summary>How often an activity was completed or passed over.</summary>
    public int[] Visits { get; }

    /// <summary>How often a way was visited.</summary>
    public int[] WayVisits { get; }

    /// <summary>Whether a way was followed when it was last visited.</summary>
    public bool[] IsFollowed { get; }

    /// <summary>Room for the ways out that are still to be gone along in one step.</summary>
    public Stack<WaysOut> Open => _open ??= new Stack<WaysOut>();

    /// <summary>An activity was completed or passed over.</summary>
    public void Count(int place)
    {
        Visits[place]++;
        _changes?.Add(new Change(What.Visit, place, false));
    }

    /// <summary>A way was visited.</summary>
    public void Visit(int way, bool isFollowed)
    {
        _changes?.Add(new Change(What.WayVisit, way, IsFollowed[way]));
        WayVisits[way]++;
        IsFollowed[way] = isFollowed;
    }

    /// <summary>An activity is entered by a way back: its completion counts as no visit.</summary>
    public void MarkLoop(int place)
    {
        if (_loops.Add(place))
        {
            _changes?.Add(new Change(What.Loop, place, false));
        }
    }

    /// <summary>Whether it was entered by a way back; asked once.</summary>
    public bool TakeLoop(int place)
    {
        var wasThere = _loops.Remove(place);
        if (wasThere)
        {
            _changes?.Add(new Change(What.Loop, place, true));
        }

        return wasThere;
    }

    /// <summary>A join that one way is enough for is scheduled.</summary>
    public void Enter(int place)
    {
        if ((_underWay ??= []).Add(place))
        {
            _changes?.Add(new Change(What.Entry, place, false));
        }
    }

    /// <summary>Whether such a join is scheduled, or runs.</summary>
    public bool IsUnderWay(int place) => _underWay?.Contains(place) == true;

    /// <summary>An activity has completed or was cancelled.</summary>
    public void Leave(int place) => _underWay?.Remove(place);

    /// <summary>An activity begins: it and what it leads to is marked no more.</summary>
    public void Begins(FlowGraph graph, int place)
    {
        if (!IsMarked(place))
        {
            return;
        }

        var open = new Stack<int>([place]);
        while (open.TryPop(out var next))
        {
            _marks![next] = false;
            foreach (var way in graph.Outbound(next).Where(way => way.IsForward && _marks[way.Target]))
            {
                open.Push(way.Target);
            }
        }
    }

    /// <summary>
    /// Marks the places that lead to one. Nothing runs at those that were marked before, nor at what leads to them, or
    /// they would be marked no more; so they need not be looked through again, and many joins in a row take no longer
    /// than one.
    /// </summary>
    public void MarkAncestors(FlowGraph graph, int place)
    {
        _marks ??= new bool[graph.Size];
        var open = new Stack<int>([place]);
        while (open.TryPop(out var next))
        {
            foreach (var way in graph.Inbound(next))
            {
                if (!_marks[way.Source])
                {
                    _marks[way.Source] = true;
                    open.Push(way.Source);
                }
            }
        }
    }

    /// <summary>Whether a place leads to one that was asked about.</summary>
    public bool IsMarked(int place) => _marks is not null && _marks[place];

    /// <summary>Has all that changes from now on kept, to be taken back.</summary>
    public void KeepChanges()
    {
        _changes = _room ??= [];
        _changes.Clear();
    }

    /// <summary>What changed stays so.</summary>
    public void ForgetChanges() => _changes = null;

    /// <summary>Takes back what changed.</summary>
    public void TakeBackChanges()
    {
        var changes = _changes!;
        _changes = null;
        for (var index = changes.Count - 1; index >= 0; index--)
        {
            TakeBack(changes[index]);
        }
    }

    private void TakeBack(Change change)
    {
        switch (change.What)
        {
            case What.Visit:
                Visits[change.Index]--;
                break;
            case What.WayVisit:
                WayVisits[change.Index]--;
                IsFollowed[change.Index] = change.Was;
                break;
            case What.Loop when change.Was:
                _loops.Add(change.Index);
                break;
            case What.Loop:
                _loops.Remove(change.Index);
                break;
            default:
                _underWay!.Remove(change.Index);
                break;
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Change(What What, int Index, bool Was);
}

/// <summary>The ways out of an activity that has ended or was passed over.</summary>
/// <param name="Place">The activity.</param>
/// <param name="Next">Which of the ways is next.</param>
/// <param name="Outcomes">The outcomes that it ended with; none: it was passed over.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct WaysOut(int Place, int Next, IReadOnlyList<string> Outcomes)
{
    /// <summary>Whether a port is one of the outcomes.</summary>
    public bool Follows(string port)
    {
        for (var place = 0; place < Outcomes.Count; place++)
        {
            if (Outcomes[place] == port)
            {
                return true;
            }
        }

        return false;
    }
}
