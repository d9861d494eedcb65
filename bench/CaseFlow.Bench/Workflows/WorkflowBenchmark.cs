using System.Globalization;
using System.Text;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Testing;
using CaseFlow.Engine.Workflows.Definitions;
using CaseFlow.Engine.Workflows.Hosting;
using CaseFlow.Engine.Workflows.Programs;
using CaseFlow.Engine.Workflows.Runtime;
using CaseFlow.Engine.Workflows.Storage;

namespace CaseFlow.Bench.Workflows;

/// <summary>
/// Instances of eight trivial activities, and resuming by bookmark: alone in memory, and through the engine on the
/// store in memory, with its journal and with the state as bytes.
/// </summary>
internal sealed class WorkflowBenchmark
{
    private const int Waiting = 1_000;

    private static readonly DateTimeOffset Now = new(2026, 9, 14, 1, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, object?> NoInput = [];

    private readonly WorkflowProgram _sequence = ProgramOf(Definitions.Eight("Elsa.Sequence"));
    private readonly WorkflowProgram _flowchart = ProgramOf(Definitions.Eight("Elsa.Flowchart"));
    private readonly WorkflowProgram _loop = ProgramOf(Definitions.WaitingForEver);
    private readonly WorkflowRun _run;
    private readonly WorkflowEngine _engine;
    private readonly string[] _instances = new string[Waiting];
    private readonly int[] _bookmarks = new int[Waiting];
    private int _started;
    private int _next;
    private int _alone;

    private WorkflowBenchmark()
    {
        var store = new InMemoryWorkflowStore(new InMemoryCaseStore());
        _engine = new WorkflowEngine(store, store, WorkflowFeatures.Plain, new SkippingTimeProvider(Now));
        _run = WorkflowRun.Start(_loop, WorkflowFeatures.Plain, "alone", NoInput, Now);
        Result(_engine.PublishAsync(Definitions.Eight("Elsa.Sequence"), "eight", default));
        Result(_engine.PublishAsync(Definitions.WaitingForEver, "loop", default));
        for (var index = 0; index < Waiting; index++)
        {
            var started = Result(_engine.StartAsync(new StartWorkflow(KeyOf("loop", index), "loop"), default));
            _instances[index] = started.InstanceId;
        }
    }

    /// <summary>Prints what each costs.</summary>
    public static void Run(TextWriter output)
    {
        var bench = new WorkflowBenchmark();
        ProcessorTime.Run(
            output,
            ("eight lines to a list", EightLines),
            ("sequence of 8, alone", () => Lines(bench._sequence)),
            ("flowchart of 8, alone", () => Lines(bench._flowchart)),
            ("resume, alone", bench.ResumeAlone),
            ("sequence of 8, engine", bench.StartThroughEngine),
            ("resume, engine", bench.ResumeThroughEngine));
    }

    private static int EightLines()
    {
        var lines = new List<string>();
        for (var line = 0; line < Definitions.Activities; line++)
        {
            lines.Add("line");
        }

        return lines.Count;
    }

    private static int Lines(WorkflowProgram program)
    {
        var run = WorkflowRun.Start(program, WorkflowFeatures.Plain, "instance", NoInput, Now);
        return run.State.SubStatus == WorkflowSubStatus.Finished && run.Lines.Count == Definitions.Activities
            ? run.Lines.Count
            : throw new InvalidOperationException("the instance did not end");
    }

    private int ResumeAlone() => _run.Resume(++_alone, null, Now)
        ? _alone
        : throw new InvalidOperationException("the instance did not wait");

    private int StartThroughEngine()
    {
        var started = Result(_engine.StartAsync(new StartWorkflow(KeyOf("eight", ++_started), "eight"), default));
        return started.SubStatus == WorkflowSubStatus.Finished
            ? _started
            : throw new InvalidOperationException("the instance did not end");
    }

    private int ResumeThroughEngine()
    {
        var index = _next++ % Waiting;
        var resumed = Result(_engine.ResumeAsync(_instances[index], ++_bookmarks[index], null, default));
        return resumed.Status == WorkflowCommandStatus.Accepted
            ? index
            : throw new InvalidOperationException("the instance did not wait");
    }

    private static string KeyOf(string name, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}{number}");

    // The store in memory answers at once.
    private static T Result<T>(ValueTask<T> call) => call.IsCompletedSuccessfully
        ? call.Result
        : throw new InvalidOperationException("the store in memory answers at once");

    private static WorkflowProgram ProgramOf(byte[] json) =>
        ProgramBuilder.Build(
            DefinitionReader.Read(json, "bench").Definition!, WorkflowFeatures.Plain, IWorkflowLibrary.Empty).Program!;
}

/// <summary>The definitions that are measured.</summary>
internal static class Definitions
{
    public const int Activities = 8;

    /// <summary>A loop without end that waits for an event in each round.</summary>
    public static byte[] WaitingForEver { get; } = """
        {"definitionId": "loop", "root": {"id": "loop", "type": "Elsa.While",
          "condition": {"typeName": "Boolean", "expression": {"type": "Literal", "value": true}},
          "body": {"id": "event", "type": "Elsa.Event",
            "eventName": {"typeName": "String", "expression": {"type": "Literal", "value": "Go"}}}}}
        """u8.ToArray();

    /// <summary>Eight lines that are printed, one after the other.</summary>
    public static byte[] Eight(string container)
    {
        var lines = Enumerable.Range(0, Activities).Select(Number).Select(line => $$"""
            {"id": "a{{line}}", "type": "Elsa.WriteLine",
             "text": {"typeName": "String", "expression": {"type": "Literal", "value": "line {{line}}"} } }
            """);
        var places = Enumerable.Range(1, Activities - 1).Select(line => (From: Number(line - 1), To: Number(line)));
        var ways = places.Select(way => $$"""
            {"source": {"activity": "a{{way.From}}", "port": "Done"},
             "target": {"activity": "a{{way.To}}", "port": "In"} }
            """);
        return Encoding.UTF8.GetBytes($$"""
            {"definitionId": "eight", "root": {"id": "root", "type": "{{container}}",
              "activities": [{{string.Join(',', lines)}}], "connections": [{{string.Join(',', ways)}}]} }
            """);
    }

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);
}
