using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Bench.Decisions;

/// <summary>
/// One decision of fifty rules, decided with its reasons, against the same decision written by hand as branches.
/// </summary>
internal static class DecisionBenchmark
{
    private const int Kind = 3;
    private const int Days = 225;
    private const int Expected = 37;

    /// <summary>Prints what a decision costs.</summary>
    public static void Run(TextWriter output)
    {
        var interpreted = new CompiledPack(FiftyRules.Load(1)) { StaysInterpreted = true };
        var compiled = new CompiledPack(interpreted.Pack);
        compiled.Prepare();
        var (facts, context) =
            (FiftyRules.Facts(compiled.Pack), new EvaluationContext(new DateOnly(2026, 7, 6)));
        var decision = interpreted.DecisionNamed("urgency0")!;
        var decider = compiled.Decision("urgency0")!;
        var (kind, days) = (Kind, Days);
        var contestants = new (string Name, Func<int> Once)[]
        {
            ("branches written by hand", () => FiftyRules.ByHand(Volatile.Read(ref kind), Volatile.Read(ref days))),
            ("compiled", () => ScoreOf(decider.Decide(facts, context))),
            ("interpreter", () => ScoreOf(interpreted.Evaluate(facts, context).Decide(decision))),
        };
        if (!Array.TrueForAll(contestants, contestant => contestant.Once() == Expected))
        {
            throw new InvalidOperationException("the contestants differ");
        }

        ProcessorTime.Run(output, contestants);
    }

    private static int ScoreOf(DecisionOutcome outcome) =>
        outcome.Outputs[0] is NumberValue { Value: var score } ? (int)score : -1;
}
