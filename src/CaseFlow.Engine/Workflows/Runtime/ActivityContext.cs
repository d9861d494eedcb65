using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Runtime;

/// <summary>One run of one activity within an instance: its state, and what the activity may do.</summary>
internal sealed class ActivityContext
{
    private List<LocalVariable>? _locals;

    // Siblings are linked: of ten thousand branches each leaves at once, wherever it stands.
    private ActivityContext? _firstChild;
    private ActivityContext? _lastChild;
    private ActivityContext? _previous;
    private ActivityContext? _next;

    /// <summary>Unique in the instance, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The activity.</summary>
    public required ProgramNode Node { get; init; }

    /// <summary>The run that scheduled it; null: it is the root.</summary>
    public required ActivityContext? Owner { get; init; }

    /// <summary>What the owner gave it along, to tell it from others; null: nothing.</summary>
    public string? Tag { get; init; }

    /// <summary>What it is doing.</summary>
    public ActivityStatus Status { get; set; } = ActivityStatus.Running;

    /// <summary>Whether `Break` was met below.</summary>
    public bool IsBreaking { get; set; }

    /// <summary>What the activity keeps for itself; null: nothing.</summary>
    public ActivityMemory? Memory { get; set; }

    /// <summary>How many scheduled children have not begun.</summary>
    public int Queued { get; set; }

    /// <summary>The burst that carries it on; set while it runs.</summary>
    public Burst Burst { get; set; } = null!;

    /// <summary>What it waits for, in order; null: nothing.</summary>
    public List<Bookmark>? Waits { get; set; }

    /// <summary>
    /// Of a run that could not go on: what it was about when it failed, and what has come since; null: nothing.
    /// </summary>
    public List<ActivityStep>? Held { get; set; }

    /// <summary>Whether it waits at a bookmark.</summary>
    public bool WaitsAt(int bookmark)
    {
        for (var place = 0; place < (Waits?.Count ?? 0); place++)
        {
            if (Waits![place].Number == bookmark)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether more has happened since it failed than it was told so far; set while it is told.</summary>
    public bool IsCatchingUp { get; set; }

    /// <summary>Whether there is a run below it that has not ended.</summary>
    public bool HasChildren => _firstChild is not null;

    /// <summary>The run below it that began last and has not ended; null: there is none.</summary>
    public ActivityContext? LastChild => _lastChild;

    /// <summary>The runs below it that have not ended, in the order in which they began.</summary>
    public IEnumerable<ActivityContext> Children
    {
        get
        {
            for (var child = _firstChild; child is not null; child = child._next)
            {
                yield return child;
            }
        }
    }

    /// <summary>
    /// The run after this one, where each comes before those below it, and those in the order in which they began;
    /// null:
    /// it is the last.
    /// </summary>
    public ActivityContext? Following
    {
        get
        {
            if (_firstChild is not null)
            {
                return _firstChild;
            }

            var open = this;
            while (open is { _next: null })
            {
                open = open.Owner;
            }

            return open?._next;
        }
    }

    /// <summary>The variables that stand here.</summary>
    public IReadOnlyList<LocalVariable> Locals => (IReadOnlyList<LocalVariable>?)_locals ?? [];

    /// <summary>The value of an input; the default where it is unset.</summary>
    public object? Get(string input, WorkflowType type, object? otherwise = null) =>
        Burst.Inputs.Read(this, input, type, otherwise);

    /// <summary>An input that is a text.</summary>
    public string? Text(string input) => (string?)Get(input, WorkflowType.Text);

    /// <summary>An input that is yes or no.</summary>
    public bool Flag(string input, bool otherwise = false) => Get(input, WorkflowType.Boolean) as bool? ?? otherwise;

    /// <summary>An input that is a whole number.</summary>
    public long Whole(string input, long otherwise) => Get(input, WorkflowType.Whole) as long? ?? otherwise;

    /// <summary>Gives an output its value: it is captured where the definition says, and kept for scripts.</summary>
    public void Set(string output, object? value) => Burst.Outputs.Set(this, output, value);

    /// <summary>Schedules a child; where there is none, the activity is told at once.</summary>
    public void Schedule(ProgramNode? child, string? tag = null, IReadOnlyList<LocalVariable>? locals = null) =>
        Burst.Schedule(this, child, tag, locals);

    /// <summary>Ends it with outcomes; none: `Done`.</summary>
    public void Complete(params IReadOnlyList<string> outcomes) => Burst.Complete(this, outcomes);

    /// <summary>Waits.</summary>
    public Bookmark Wait(string kind, string key, DateTimeOffset? dueAt = null, object? payload = null) =>
        Burst.Wait(this, kind, key, dueAt, payload);

    /// <summary>
    /// Has the host do something: a wait that is due at once. The host commits the instance first, acts under the
    /// bookmark's key, and resumes with what came of it.
    /// </summary>
    public Bookmark Ask(string kind, string key, object? payload = null) =>
        Burst.Wait(this, kind, key, Burst.Surroundings.Now, payload);

    /// <summary>Cannot go on.</summary>
    public static WorkflowFault Fault(string code, params string[] arguments) => new(code, arguments);

    public void Declare(LocalVariable variable) => (_locals ??= []).Add(variable);

    public void Add(ActivityContext child)
    {
        child._previous = _lastChild;
        if (_lastChild is { } last)
        {
            last._next = child;
        }
        else
        {
            _firstChild = child;
        }

        _lastChild = child;
    }

    /// <summary>Takes a child out; one that is out already stays so.</summary>
    public void Remove(ActivityContext child)
    {
        if (child._previous is null && child != _firstChild)
        {
            return;
        }

        if (child._previous is { } previous)
        {
            previous._next = child._next;
        }
        else
        {
            _firstChild = child._next;
        }

        if (child._next is { } next)
        {
            next._previous = child._previous;
        }
        else
        {
            _lastChild = child._previous;
        }

        (child._previous, child._next) = (null, null);
    }

    /// <summary>The plain setting of a property that is no input.</summary>
    public System.Text.Json.JsonElement? Setting(string name) =>
        Node.Definition.Extra.TryGetValue(name, out var value) ? value : null;

    /// <summary>How an input is bound; null: it is unset.</summary>
    public ExpressionDefinition? Expression(string input) =>
        Node.Definition.Inputs.TryGetValue(input, out var binding) ? binding.Expression : null;
}

/// <summary>A variable at its place in a run.</summary>
internal sealed class LocalVariable(string id, string name, WorkflowType type)
{
    /// <summary>What bindings refer to.</summary>
    public string Id { get; } = id;

    /// <summary>What scripts call it.</summary>
    public string Name { get; } = name;

    /// <summary>What it holds.</summary>
    public WorkflowType Type { get; } = type;

    /// <summary>Whether it is an input of a workflow that is used as an activity.</summary>
    public bool IsInput { get; init; }

    /// <summary>Its value.</summary>
    public object? Value { get; set; }
}

/// <summary>What an activity keeps for itself between its steps.</summary>
internal abstract record ActivityMemory;

/// <summary>A count: the place in a sequence, children still open, the value of a loop.</summary>
internal sealed record CountMemory(long Value) : ActivityMemory;

/// <summary>Any value of a workflow: what activities keep that need no form of their own.</summary>
internal sealed record ValueMemory(object? Value) : ActivityMemory;

/// <summary>Cannot go on: caught by the burst, which makes an incident of it.</summary>
internal sealed class WorkflowFault(string code, IReadOnlyList<string> arguments) : Exception(code)
{
    /// <summary>`CF10###`.</summary>
    public string Code { get; } = code;

    /// <summary>What the message quotes.</summary>
    public IReadOnlyList<string> Arguments { get; } = arguments;
}
