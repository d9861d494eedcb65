using System.Globalization;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Tests.Compilation;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>What a decision comes to does not hang on what was asked of the case before.</summary>
public sealed class AskingOrderTests(ITestOutputHelper output)
{
    private const int Packs = 200;

    // As many as the comparison of both executors makes of a pack, so that a seed found there can be put here.
    private const int Cases = 20;

    [Theory]
    [InlineData(610011085)]
    [InlineData(610052654)]
    public void Decide_OfPacksThatOnceDiffered_ComesToTheSameInAnyOrder(int seed) => Compare(seed);

    [Fact]
    public void Decide_OfPacksAtRandom_ComesToTheSameInAnyOrder()
    {
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("CASEFLOW_SEED"), CultureInfo.InvariantCulture, out var set)
                ? set
                : new Random().Next();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CASEFLOW_SEED={seed}"));
        for (var number = 0; number < Packs; number++)
        {
            Compare(unchecked(seed + number));
        }
    }

    private static void Compare(int seed)
    {
        var random = new RandomPack(new Random(seed));
        var pack = new CompiledPack(random.Pack) { StaysInterpreted = true };
        for (var round = 0; round < Cases; round++)
        {
            var (facts, context) = (random.Facts(), random.Context());
            var all = pack.Evaluate(facts, context);
            foreach (var decision in random.Pack.Decisions)
            {
                var inTurn = OutcomeText.Of(() => all.Decide(decision.Symbol));
                var alone = OutcomeText.Of(() => pack.Evaluate(facts, context).Decide(decision.Symbol));

                alone.Should().Be(inTurn, "CASEFLOW_SEED={0}, case {1}", seed, round);
            }
        }
    }
}
