using System.Collections.Concurrent;
using System.Globalization;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>
/// The interpreter and compiled code on random packs and cases: every outcome and every fault is the same, to the
/// letter. CASEFLOW_SEED repeats a run, CASEFLOW_PACKS sets how many packs.
/// </summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private const int Packs = 2_000;
    private const int Cases = 20;

    [Fact]
    public void Decide_OnRandomPacks_IsTheSameByBothExecutors()
    {
        var seed = Setting("CASEFLOW_SEED", new Random().Next());
        var packs = Setting("CASEFLOW_PACKS", Packs);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"CASEFLOW_SEED={seed} CASEFLOW_PACKS={packs}"));
        var seen = new Tally();

        var failures = new ConcurrentQueue<string>();
        Parallel.For(0, packs, (number, state) =>
        {
            if (Difference(seed, number, seen) is { } difference)
            {
                failures.Enqueue(difference);
                state.Stop();
            }
        });

        output.WriteLine(seen.ToString());
        failures.Should().BeEmpty();
        seen.Share(OutcomeStatus.Decided).Should().BeGreaterThan(0.1, "random packs must decide something");
    }

    // Each pack has its own seed, so that one that fails is made again alone.
    private static string? Difference(int seed, int number, Tally seen)
    {
        var pack = new RandomPack(new Random(unchecked(seed + number)));
        var bound = pack.Pack;
        var (oracle, compiled) = (new CompiledPack(bound), new CompiledPack(bound));
        compiled.Prepare();
        for (var round = 0; round < Cases; round++)
        {
            var (facts, context) = (pack.Facts(), new EvaluationContext(pack.Today()));
            var (one, other) = (oracle.Evaluate(facts, context), compiled.Evaluate(facts, context));
            foreach (var decision in bound.Decisions)
            {
                var expected = OutcomeText.Of(one, decision.Symbol);
                var actual = OutcomeText.Of(other, decision.Symbol);
                if (actual != expected)
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"CASEFLOW_SEED={unchecked(seed + number)} CASEFLOW_PACKS=1, case {round}\n{expected}\n{actual}")
                        + "\n" + RandomPackText.Of(bound, decision) + "\n" + RandomPackText.Of(facts);
                }

                seen.Add(expected);
            }
        }

        return null;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : otherwise;

    private sealed class Tally
    {
        private readonly ConcurrentDictionary<string, int> _counts = [];

        public void Add(string outcome) =>
            _counts.AddOrUpdate(outcome.Split('\n')[0].Split(' ')[^1], 1, (_, count) => count + 1);

        public double Share(OutcomeStatus status) =>
            (double)_counts.GetValueOrDefault(status.ToString()) / _counts.Values.Sum();

        public override string ToString() => string.Join(
            ", ", _counts.OrderByDescending(count => count.Value).Take(12).Select(count => $"{count.Key} {count.Value}"));
    }
}
