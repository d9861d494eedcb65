namespace CaseFlow.Engine.Definitions;

/// <summary>What firing a trigger does to the state.</summary>
public enum TransitionKind
{
    /// <summary>Goes to a state; to the state it is in, that is a re-entry.</summary>
    GoesTo,

    /// <summary>An internal transition: the state stays.</summary>
    Stays,

    /// <summary>Goes back to the state remembered.</summary>
    GoesBack,

    /// <summary>Accepted and without effect.</summary>
    Ignores,

    /// <summary>Goes to the first of several states whose condition holds.</summary>
    FirstOf,
}

/// <summary>One way out of a state. Immutable.</summary>
/// <param name="Body">Place of what it carries (guards, effects) in the definition's own list.</param>
/// <param name="Kind">What it does to the state.</param>
/// <param name="Target">The state it goes to; -1 where it goes to none, or to one of several.</param>
/// <param name="Distance">
/// How far out the state lies for which it was written: 0 is the state itself, 1 its superstate. A nearer one hides a
/// farther.
/// </param>
public readonly record struct TableEntry(int Body, TransitionKind Kind, int Target, int Distance);

/// <summary>
/// The compiled lifecycle: for each state and trigger the ways out, nearest first. One flat array, so that a look-up is
/// two index operations and allocates nothing. Immutable, shared by all cases and threads; a case only holds its state.
/// </summary>
public sealed class TransitionTable
{
    private readonly int[] _first;
    private readonly TableEntry[] _entries;

    private TransitionTable(int triggerCount, int[] first, TableEntry[] entries)
    {
        TriggerCount = triggerCount;
        _first = first;
        _entries = entries;
    }

    /// <summary>How many states there are.</summary>
    public int StateCount => (_first.Length - 1) / TriggerCount;

    /// <summary>How many triggers there are.</summary>
    public int TriggerCount { get; }

    /// <summary>The ways out of a state by a trigger, nearest first; empty where it is not permitted.</summary>
    public ReadOnlySpan<TableEntry> this[int state, int trigger]
    {
        get
        {
            var cell = (state * TriggerCount) + trigger;
            var first = _first[cell];
            return _entries.AsSpan(first, _first[cell + 1] - first);
        }
    }

    /// <summary>Compiles rows in any order.</summary>
    internal static TransitionTable Compile(int stateCount, int triggerCount, IEnumerable<TableRow> rows)
    {
        // An empty table still needs one column, so that its shape can be told.
        var columns = Math.Max(triggerCount, 1);
        var sorted = rows
            .OrderBy(row => row.State).ThenBy(row => row.Trigger)
            .ThenBy(row => row.Entry.Distance).ThenBy(row => row.Entry.Body)
            .ToArray();
        var first = new int[(stateCount * columns) + 1];
        foreach (var row in sorted)
        {
            first[(row.State * columns) + row.Trigger + 1]++;
        }

        for (var cell = 1; cell < first.Length; cell++)
        {
            first[cell] += first[cell - 1];
        }

        return new TransitionTable(columns, first, [.. sorted.Select(row => row.Entry)]);
    }
}

/// <summary>An entry with its place in the table.</summary>
internal readonly record struct TableRow(int State, int Trigger, TableEntry Entry);
