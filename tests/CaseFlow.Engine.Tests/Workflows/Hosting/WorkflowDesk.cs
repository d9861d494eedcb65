using System.Globalization;
using System.Text;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Engine.Tests.Workflows.Hosting;

/// <summary>What hosts share in tests: a store, a clock, and the world that work has its effects on.</summary>
internal sealed class WorkflowDesk
{
    public static readonly DateTimeOffset Start = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    public InMemoryWorkflowStore Store { get; } = new(new InMemoryCaseStore());

    public SkippingTimeProvider Clock { get; } = new(Start);

    public World World { get; } = new();

    /// <summary>A host of its own on what is shared.</summary>
    public WorkflowHost Host(FragileStore? fragile = null, WorkflowSweepOptions? options = null)
    {
        var engine = fragile is null
            ? new WorkflowEngine(Store, Store, WorkflowFeatures.Plain, Clock)
            : new WorkflowEngine(fragile, fragile, WorkflowFeatures.Plain, Clock);
        var handler = new WorldHandler(World, fragile);
        var sweep = fragile is null
            ? new WorkflowSweep(engine, Store, Store, [handler], Clock, options ?? new WorkflowSweepOptions())
            : new WorkflowSweep(engine, fragile, fragile, [handler], Clock, options ?? new WorkflowSweepOptions());
        return new WorkflowHost(engine, sweep);
    }

    /// <summary>What an instance has printed.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync(string instanceId)
    {
        var journal = await Store.ReadJournalAsync(instanceId, 0, int.MaxValue, default);
        return [.. journal.Where(row => row.What == JournalEvent.Printed).Select(row => row.Detail!)];
    }

    /// <summary>A definition of activities in a sequence.</summary>
    public static byte[] Sequence(string id, params string[] activities) =>
        Definition(id, "Elsa.Sequence", activities);

    /// <summary>A definition of activities in a container.</summary>
    public static byte[] Definition(string id, string container, params string[] activities)
    {
        var root = $$"""{"id": "root", "type": "{{container}}", "activities": [{{string.Join(',', activities)}}]}""";
        return Encoding.UTF8.GetBytes($$"""{"definitionId": "{{id}}", "name": "{{id}}", "root": {{root}} }""");
    }

    public static string Line(string text) => Activity(text, "Elsa.WriteLine", Input("text", text), false);

    public static string Delay(string span) => Activity("delay", "Elsa.Delay", Input("timeSpan", span), false);

    public static string Event(string name, string id = "event", bool starts = false) =>
        Activity(id, "Elsa.Event", Input("eventName", name), starts);

    public static string Timer(string type, string input, string value) =>
        Activity("timer", type, Input(input, value), true);

    public static string Task(string name) => Activity("task", "Elsa.RunTask", Input("taskName", name), false);

    private static string Activity(string id, string type, string input, bool starts)
    {
        var canStart = starts ? "true" : "false";
        return $$"""{"id": "{{id}}", "type": "{{type}}", "canStartWorkflow": {{canStart}}, {{input}} }""";
    }

    private static string Input(string name, string value)
    {
        var expression = $$"""{"type": "Literal", "value": "{{value}}"}""";
        return $$"""
            "{{name}}": {"typeName": "Object", "expression": {{expression}} }
            """;
    }

    public const string Work = """{"id": "work", "type": "CaseFlow.OpenCase"}""";

    public const string Human = """
        {"id": "human", "type": "CaseFlow.HumanTask",
         "title": {"typeName": "String", "expression": {"type": "Literal", "value": "Look at it"}},
         "role": {"typeName": "String", "expression": {"type": "Literal", "value": "resolver"}},
         "outcomes": {"typeName": "Object", "expression": {"type": "Object", "value": "[\"Yes\", \"No\"]"}}}
        """;
}

/// <summary>An engine and its sweep.</summary>
internal sealed record WorkflowHost(WorkflowEngine Engine, WorkflowSweep Sweep)
{
    public async Task<string> PublishAsync(byte[] json)
    {
        var published = await Engine.PublishAsync(json, "file", default);
        published.Findings.Should().BeEmpty();
        return published.VersionId!;
    }

    public async Task<string> StartAsync(string definition, string key = "start")
    {
        var result = await Engine.StartAsync(new StartWorkflow(key, definition), default);
        result.Problems.Should().BeEmpty();
        return result.InstanceId;
    }
}

/// <summary>What lies outside: effects by the key under which they happened, each once.</summary>
internal sealed class World
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _effects = new(StringComparer.Ordinal);

    /// <summary>How work of a key is answered; null: with what it came to.</summary>
    public Func<WorkRequest, WorkAnswer?> Answer { get; set; } = _ => null;

    public IReadOnlyDictionary<string, string> Effects
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<string, string>(_effects, StringComparer.Ordinal);
            }
        }
    }

    /// <summary>An effect that honours its key: a repeat gives what the first came to.</summary>
    public string Act(string key)
    {
        lock (_gate)
        {
            if (!_effects.TryGetValue(key, out var what))
            {
                what = string.Create(CultureInfo.InvariantCulture, $"effect {_effects.Count + 1}");
                _effects.Add(key, what);
            }

            return what;
        }
    }
}

/// <summary>Does the work of commands on the world of a test; a host that has died does nothing any more.</summary>
internal sealed class WorldHandler(World world, FragileStore? host) : IWorkHandler
{
    public string Kind => BookmarkKinds.Command;

    public ValueTask<WorkAnswer> DoAsync(WorkRequest request, CancellationToken cancellationToken)
    {
        if (world.Answer(request) is { } answer)
        {
            return ValueTask.FromResult(answer);
        }

        host?.Pass();
        var what = world.Act(request.EffectKey);
        host?.Pass();
        return ValueTask.FromResult<WorkAnswer>(new WorkAnswer.Done(new Dictionary<string, object?>
        {
            ["caseId"] = what,
        }));
    }
}
