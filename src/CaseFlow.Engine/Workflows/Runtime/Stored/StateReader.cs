using System.Text.Json;
using CaseFlow.Engine.Workflows.Activities;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Values;

namespace CaseFlow.Engine.Workflows.Runtime.Stored;

/// <summary>Reads what <see cref="StateWriter"/> wrote. Damage is told by exceptions that the codec catches.</summary>
internal sealed class StateReader(WorkflowProgram program)
{
    private readonly Dictionary<int, ActivityContext> _contexts = [];

    public WorkflowState Read(JsonElement json)
    {
        var state = new WorkflowState
        {
            InstanceId = json.GetProperty(StateNames.Instance).GetString() ?? throw new FormatException(),
            VersionId = json.GetProperty(StateNames.Version).GetString() ?? throw new FormatException(),
            Input = Values(json, StateNames.Input),
            Parent = Parent(json),
            TriggeredBy = Value(json, StateNames.Trigger) as string,
            Pins = Pins(json),
            Status = Member<WorkflowStatus>(json, StateNames.Status),
            SubStatus = Member<WorkflowSubStatus>(json, StateNames.SubStatus),
            Name = Value(json, StateNames.Name) as string,
            CorrelationId = Value(json, StateNames.Correlation) as string,
            LastContext = json.GetProperty(StateNames.LastContext).GetInt32(),
            LastBookmark = json.GetProperty(StateNames.LastBookmark).GetInt32(),
        };
        foreach (var (name, value) in Values(json, StateNames.Output))
        {
            state.Answer(name, value);
        }

        Given(json, state);
        foreach (var run in Items(json, StateNames.Contexts))
        {
            Context(state, run);
        }

        foreach (var incident in Items(json, StateNames.Incidents))
        {
            state.Tell(Incident(incident));
        }

        return state;
    }

    private static ParentLink? Parent(JsonElement json) => json.TryGetProperty(StateNames.Parent, out var parent)
        ? new ParentLink(parent[0].GetString() ?? throw new FormatException(), parent[1].GetInt32())
        : null;

    private static IReadOnlyDictionary<string, string> Pins(JsonElement json) =>
        json.TryGetProperty(StateNames.Pins, out var pins)
            ? pins.EnumerateObject().ToDictionary(
                pin => pin.Name, pin => pin.Value.GetString() ?? throw new FormatException(), StringComparer.Ordinal)
            : System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    private static void Given(JsonElement json, WorkflowState state)
    {
        if (!json.TryGetProperty(StateNames.Given, out var given))
        {
            return;
        }

        var parts = given.EnumerateArray().ToList();
        for (var index = 0; index < parts.Count; index += 3)
        {
            state.Remember(
                parts[index].GetInt32(),
                Text(parts[index + 1]),
                KeptValue.Read(parts[index + 2]));
        }

        state.LastResult = Value(json, StateNames.Result);
    }

    private void Context(WorkflowState state, JsonElement json)
    {
        var owner = json.TryGetProperty(StateNames.Owner, out var of) ? _contexts[of.GetInt32()] : null;
        var context = Run(json, owner);
        if (owner is not null)
        {
            owner.Add(context);
        }
        else if (state.Root is null)
        {
            state.Root = context;
        }
        else
        {
            throw new FormatException();
        }

        _contexts.Add(context.Number, context);
        context.IsBreaking = json.TryGetProperty(StateNames.Breaking, out _);
        context.Memory = Memory(json, context.Node);
        Locals(json, context);
        if (json.TryGetProperty(StateNames.Waits, out _))
        {
            context.Waits = [.. Items(json, StateNames.Waits).Select(wait => Bookmark(wait, context.Number))];
        }

        if (json.TryGetProperty(StateNames.Held, out _))
        {
            context.Held = [.. Items(json, StateNames.Held).Select(held => Step(held, context))];
        }
    }

    private ActivityContext Run(JsonElement json, ActivityContext? owner)
    {
        var node = json.GetProperty(StateNames.Node).GetInt32();
        return new ActivityContext
        {
            Number = json.GetProperty(StateNames.Number).GetInt32(),
            Node = node >= 0 && node < program.Nodes.Count ? program.Nodes[node] : throw new FormatException(),
            Owner = owner,
            Tag = Value(json, StateNames.Tag) as string,
            Status = json.TryGetProperty(StateNames.Status, out _)
                ? Member<ActivityStatus>(json, StateNames.Status)
                : ActivityStatus.Running,
        };
    }

    private static ActivityMemory? Memory(JsonElement json, ProgramNode node)
    {
        if (json.TryGetProperty(StateNames.Count, out var count))
        {
            return new CountMemory(count.GetInt64());
        }

        if (json.TryGetProperty(StateNames.Flow, out var flow))
        {
            return Flow(flow, node.Flow ?? throw new FormatException());
        }

        return json.TryGetProperty(StateNames.Memory, out var value) ? new ValueMemory(KeptValue.Read(value)) : null;
    }

    private static FlowMemory Flow(JsonElement json, FlowGraph graph)
    {
        var memory = new FlowMemory(graph.Size, graph.Edges.Count);
        Fill(memory.Visits, json[0]);
        Fill(memory.WayVisits, json[1]);
        foreach (var way in json[2].EnumerateArray())
        {
            memory.IsFollowed[way.GetInt32()] = true;
        }

        foreach (var place in json[3].EnumerateArray())
        {
            memory.MarkLoop(place.GetInt32());
        }

        return memory;
    }

    private static void Fill(int[] numbers, JsonElement json)
    {
        if (json.GetArrayLength() != numbers.Length)
        {
            throw new FormatException();
        }

        var place = 0;
        foreach (var number in json.EnumerateArray())
        {
            numbers[place++] = number.GetInt32();
        }
    }

    private static void Locals(JsonElement json, ActivityContext context)
    {
        var parts = Items(json, StateNames.Locals).ToList();
        for (var index = 0; index < parts.Count; index += 5)
        {
            var id = Text(parts[index]);
            context.Declare(new LocalVariable(
                id, Text(parts[index + 1]), DeclaredType(context.Node, id) ?? TypeOf(Text(parts[index + 2])))
            {
                IsInput = parts[index + 3].GetBoolean(),
                Value = KeptValue.Read(parts[index + 4]),
            });
        }
    }

    // Only the definition tells what the values of a map are one by one.
    private static WorkflowType? DeclaredType(ProgramNode node, string id) =>
        node.Variables.FirstOrDefault(variable => variable.Id == id)?.Type;

    private static WorkflowType TypeOf(string text)
    {
        var open = text.IndexOf('<', StringComparison.Ordinal);
        return open < 0
            ? new WorkflowType(Enum.Parse<ValueKind>(text))
            : new WorkflowType(Enum.Parse<ValueKind>(text[..open]), TypeOf(text[(open + 1)..^1]));
    }

    private static Bookmark Bookmark(JsonElement json, int context) => new(
        json.GetProperty(StateNames.Number).GetInt32(),
        context,
        json.GetProperty(StateNames.Kind).GetString() ?? throw new FormatException(),
        Text(json, StateNames.Key))
    {
        DueAt = Moment(json, StateNames.Due),
        Payload = Value(json, StateNames.Payload),
    };

    private ActivityStep Step(JsonElement json, ActivityContext context) =>
        new(Member<StepKind>(json, StateNames.Kind))
        {
            Child = json.TryGetProperty(StateNames.Child, out var child) ? Run(child, context) : null,
            Bookmark = json.TryGetProperty(StateNames.Bookmark, out var bookmark)
                ? Bookmark(bookmark, context.Number)
                : null,
            Outcomes = Texts(json, StateNames.Outcomes),
            Answer = Value(json, StateNames.Answer),
        };

    private static Incident Incident(JsonElement json) => new(
        json.GetProperty(StateNames.Number).GetInt32(),
        Text(json, StateNames.Node),
        Text(json, StateNames.Type),
        Text(json, StateNames.Code),
        Texts(json, StateNames.Arguments),
        Moment(json, StateNames.At) ?? throw new FormatException())
    {
        Bookmark = json.TryGetProperty(StateNames.Bookmark, out var bookmark) ? bookmark.GetInt32() : null,
        ResolvedAt = Moment(json, StateNames.Resolved),
    };

    private static T Member<T>(JsonElement json, string name)
        where T : struct, Enum
    {
        var member = (T)Enum.ToObject(typeof(T), json.GetProperty(name).GetInt32());
        return Enum.IsDefined(member) ? member : throw new FormatException();
    }

    private static IReadOnlyDictionary<string, object?> Values(JsonElement json, string name) =>
        Value(json, name) as IReadOnlyDictionary<string, object?>
        ?? System.Collections.ObjectModel.ReadOnlyDictionary<string, object?>.Empty;

    private static object? Value(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? KeptValue.Read(value) : null;

    private static string Text(JsonElement json, string name) => Text(json.GetProperty(name));

    private static string Text(JsonElement json) => KeptValue.Read(json) as string ?? throw new FormatException();

    private static IReadOnlyList<string> Texts(JsonElement json, string name) =>
        [.. Items(json, name).Select(Text)];

    private static IEnumerable<JsonElement> Items(JsonElement json, string name) =>
        json.TryGetProperty(name, out var items) ? items.EnumerateArray() : [];

    private static DateTimeOffset? Moment(JsonElement json, string name) =>
        json.TryGetProperty(name, out var ticks) ? new DateTimeOffset(ticks.GetInt64(), TimeSpan.Zero) : null;
}
