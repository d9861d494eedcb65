using CaseFlow.Bench;
using CaseFlow.Bench.Storage;
using CaseFlow.Bench.Transitions;

// dotnet run -c Release --project bench/CaseFlow.Bench -- NAME
switch (args)
{
    case ["storage", ..]:
        await StorageBenchmark.RunAsync(Console.Out);
        return 0;
    case ["transition", ..]:
        Micro.Run<TransitionBenchmark>(Console.Out, nameof(TransitionBenchmark.FlatTable));
        return 0;
    default:
        Console.Error.WriteLine("usage: CaseFlow.Bench storage | transition");
        return 2;
}
