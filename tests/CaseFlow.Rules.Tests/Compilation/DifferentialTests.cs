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
        seen.DecidedByCode.Should().BeGreaterThan(
            seen.Decided / 2, "compiled code that leaves most cases to the interpreter proves nothing");
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
            var frame = compiled.Code!.Rent();
            frame.Begin(facts, context, compiled);
            foreach (var decision in bound.Decisions)
            {
                var expected = OutcomeText.Of(one, decision.Symbol);
                var actual = OutcomeText.Of(other, decision.Symbol);
                if (actual != expected)
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"CASEFLOW_SEED={unchecked(seed + number)} CASEFLOW_PACKS=1, case {round}\n")
                        + expected + "\n" + actual
                        + "\n" + RandomPackText.Of(bound, decision) + "\n" + RandomPackText.Of(facts);
                }

                seen.Add(expected);
                if (frame.Decide(compiled.Code.NumberOf(decision.Symbol)) is { Status: OutcomeStatus.Decided })
                {
                    seen.AddByCode();
                }
            }
        }

        return null;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set)
            ? set
            : otherwise;

    private sealed class Tally
    {
        private readonly ConcurrentDictionary<string, int> _counts = [];
        private int _byCode;

        public void AddByCode() => Interlocked.Increment(ref _byCode);

        public void Add(string outcome) =>
            _counts.AddOrUpdate(KindOf(outcome.Split('\n')[0].Split(' ')), 1, (_, count) => count + 1);

        // `decision0 Decided`, or a fault: `CF4003 …`.
        private static string KindOf(string[] words) =>
            words[0].StartsWith("CF", StringComparison.Ordinal) ? words[0] : words[^1];

        public int Decided => _counts.GetValueOrDefault(nameof(OutcomeStatus.Decided));

        public int DecidedByCode => _byCode;

        public override string ToString() => string.Join(
            ", ",
            _counts.OrderByDescending(count => count.Value).Select(count => $"{count.Key} {count.Value}"))
            + string.Create(CultureInfo.InvariantCulture, $"; decided by code {_byCode}");
    }
}
