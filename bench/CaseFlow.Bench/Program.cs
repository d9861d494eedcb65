using CaseFlow.Bench;
using CaseFlow.Bench.Decisions;
using CaseFlow.Bench.Hosting;
using CaseFlow.Bench.Storage;
using CaseFlow.Bench.Transitions;
using CaseFlow.Bench.Workflows;

// dotnet run -c Release --project bench/CaseFlow.Bench -- NAME
switch (args)
{
    case ["storage", ..]:
        await StorageBenchmark.RunAsync(Console.Out);
        return 0;
    case ["decision", ..]:
        DecisionBenchmark.Run(Console.Out);
        return 0;
    case ["start", ..]:
        await StartBenchmark.RunAsync(Console.Out);
        return 0;
    case ["start-inside"]:
        StartBenchmark.RunInside(Console.Out);
        return 0;
    case ["petitions", ..]:
        PetitionBenchmark.Run(Console.Out);
        return 0;
    case ["transition", ..]:
        Micro.Run<TransitionBenchmark>(Console.Out, nameof(TransitionBenchmark.FlatTable));
        return 0;
    case ["ready", ..]:
        await ReadyBenchmark.RunAsync(Console.Out);
        return 0;
    case ["instances", ..]:
        await InstanceBenchmark.RunAsync(Console.Out);
        return 0;
    case ["instances-inside", var folder]:
        await MillionBenchmark.RunInsideAsync(folder, Console.Out);
        return 0;
    case ["workflow", ..]:
        WorkflowBenchmark.Run(Console.Out);
        return 0;
    case ["script", ..]:
        ScriptBenchmark.Run(Console.Out);
        return 0;
    case ["resume", ..]:
        await ResumeBenchmark.RunAsync(Console.Out);
        return 0;
    default:
        Console.Error.WriteLine(
            "usage: CaseFlow.Bench decision | instances | petitions | ready | resume | script | start | storage "
            + "| transition | workflow");
        return 2;
}
