using System.Globalization;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Tests.Compilation;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>What a decision comes to does not hang on what was asked of the case before.</summary>
public sealed class AskingOrderTests(ITestOutputHelper output)
{
    private const int Packs = 200;

    private const int Cases = 10;

    [Fact]
    public void Decide_InAnyOrder_ComesToTheSame()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CASEFLOW_SEED"), CultureInfo.InvariantCulture, out var set)
                ? set
                : new Random().Next();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CASEFLOW_SEED={seed}"));
        for (var number = 0; number < Packs; number++)
        {
            var random = new RandomPack(new Random(unchecked(seed + number)));
            var pack = new CompiledPack(random.Pack) { StaysInterpreted = true };
            for (var round = 0; round < Cases; round++)
            {
                var (facts, context) = (random.Facts(), random.Context());
                var all = pack.Evaluate(facts, context);
                foreach (var decision in random.Pack.Decisions)
                {
                    var inTurn = OutcomeText.Of(() => all.Decide(decision.Symbol));
                    var alone = OutcomeText.Of(() => pack.Evaluate(facts, context).Decide(decision.Symbol));

                    alone.Should().Be(inTurn, "seed {0}, pack {1}, case {2}", seed, number, round);
                }
            }
        }
    }
}
