using System.Globalization;
using BenchmarkDotNet.Attributes;
using CaseFlow.Engine.Definitions;

namespace CaseFlow.Bench.Transitions;

/// <summary>
/// Firing a transition in memory against a look-up in a flat table of numbers: the main road of a petition, eight
/// states and nine triggers, walked round and round. Public because BenchmarkDotNet asks for it.
/// </summary>
[MemoryDiagnoser]
public class TransitionBenchmark
{
    private const int States = 8;
    private const int Triggers = 9;

    private readonly StateMachine<string, string> machine = Build();
    private readonly StateMachine<int, int> numbers = BuildNumbers();
    private readonly string[] triggers = [.. Enumerable.Range(0, Triggers).Select(TriggerName)];
    private readonly int[] flat = BuildFlat();
    private string state = StateName(0);
    private int number;
    private int flatState;

    [Benchmark]
    public int FlatTable()
    {
        var next = flat[(flatState * Triggers) + flatState];
        return flatState = next < 0 ? flatState : next;
    }

    [Benchmark]
    public int FireByNumber() => number = numbers.Fire(number, number).State;

    [Benchmark]
    public string FireByName() => state = machine.Fire(state, triggers[state[^1] - '0']).State;

    private static string StateName(int number) => "state-" + number.ToString(CultureInfo.InvariantCulture);

    private static string TriggerName(int number) => "trigger-" + number.ToString(CultureInfo.InvariantCulture);

    private static int[] BuildFlat()
    {
        var table = Enumerable.Repeat(-1, States * Triggers).ToArray();
        for (var from = 0; from < States; from++)
        {
            table[(from * Triggers) + from] = (from + 1) % States;
        }

        return table;
    }

    private static StateMachine<string, string> Build()
    {
        var builder = new StateMachineBuilder<string, string>();
        for (var from = 0; from < States; from++)
        {
            builder.Configure(StateName(from))
                .PermitIf(TriggerName(from), StateName((from + 1) % States), static () => true, "always")
                .Ignore(TriggerName(Triggers - 1));
        }

        return builder.Build();
    }

    private static StateMachine<int, int> BuildNumbers()
    {
        var builder = new StateMachineBuilder<int, int>();
        for (var from = 0; from < States; from++)
        {
            builder.Configure(from)
                .PermitIf(from, (from + 1) % States, static () => true, "always")
                .Ignore(Triggers - 1);
        }

        return builder.Build();
    }
}
