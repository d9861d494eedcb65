using BenchmarkDotNet.Attributes;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Bench.Decisions;

/// <summary>
/// One decision of a pack of fifty rules, decided with its reasons, against the same decision written by hand as
/// branches. Public because BenchmarkDotNet asks for it.
/// </summary>
[MemoryDiagnoser]
public class DecisionBenchmark
{
    private const int Expected = 37;

    private readonly CompiledPack pack = new(FiftyRules.Load());
    private readonly Decider decider;
    private readonly DecisionSymbol decision;
    private readonly CaseFacts facts;
    private readonly EvaluationContext context = new(new DateOnly(2026, 7, 6));

    /// <summary>Loads the pack and makes sure that all contestants give the same answer.</summary>
    public DecisionBenchmark()
    {
        decision = pack.DecisionNamed("urgency")!;
        facts = FiftyRules.Facts(pack.Pack);
        var prepared = new CompiledPack(pack.Pack);
        prepared.Prepare();
        decider = prepared.Decision("urgency")!;
        if (Interpreter().Outputs is not [NumberValue { Value: Expected }]
            || Compiled().Outputs is not [NumberValue { Value: Expected }] || ByHand() != Expected)
        {
            throw new InvalidOperationException("the contestants differ");
        }
    }

    /// <summary>The kind and the days of the case, which a compiler must not see through.</summary>
    public int Kind { get; set; } = 3;

    /// <inheritdoc cref="Kind"/>
    public int Days { get; set; } = 225;

    [Benchmark]
    public int ByHand() => FiftyRules.ByHand(Kind, Days);

    [Benchmark]
    public DecisionOutcome Compiled() => decider.Decide(facts, context);

    [Benchmark]
    public DecisionOutcome Interpreter() => pack.Evaluate(facts, context).Decide(decision);
}
