using System.Collections.Concurrent;
using System.Globalization;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

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
        if (packs < Packs)
        {
            return;
        }

        seen.Decided.Should().BeGreaterThan(seen.All / 4, "cases that come to nothing prove little");
        seen.DecidedByCode.Should().BeGreaterThan(
            seen.Decided / 10 * 8, "compiled code that leaves most cases to the interpreter proves nothing");
    }

    // Each pack has its own seed, so that one that fails is made again alone.
    private static string? Difference(int seed, int number, Tally seen)
    {
        var pack = new RandomPack(new Random(unchecked(seed + number)));
        var bound = pack.Pack;
        var (oracle, compiled) = (new CompiledPack(bound) { StaysInterpreted = true }, new CompiledPack(bound));
        compiled.Prepare();
        for (var round = 0; round < Cases; round++)
        {
            var (facts, context) = (pack.Facts(), pack.Context());
            var one = oracle.Evaluate(facts, context);
            var other = Answers(compiled, facts, context, isOne: round % 2 == 0);
            var frame = compiled.Code!.Rent();
            frame.Begin(facts, context, compiled);
            foreach (var decision in bound.Decisions)
            {
                var expected = OutcomeText.Of(() => one.Decide(decision.Symbol));
                var actual = OutcomeText.Of(() => other(decision.Symbol));
                var byCode = frame.Decide(compiled.Code.NumberOf(decision.Symbol));
                if (actual != expected || (byCode is not null && OutcomeText.Of(byCode) != expected))
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"CASEFLOW_SEED={unchecked(seed + number)} CASEFLOW_PACKS=1, case {round}\n")
                        + expected + "\n" + actual
                        + "\n" + RandomPackText.Of(bound, decision) + "\n" + RandomPackText.Of(facts);
                }

                seen.Add(expected, decision.Policy, byCode);
            }

            compiled.Code.Return(frame);
        }

        return null;
    }

    // All decisions of a case asked together, or each by its own decider.
    private static Func<DecisionSymbol, DecisionOutcome> Answers(
        CompiledPack pack, CaseFacts facts, EvaluationContext context, bool isOne)
    {
        var evaluation = pack.Evaluate(facts, context);
        return isOne ? evaluation.Decide : decision => pack.Decision(decision.Name)!.Decide(facts, context);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set)
            ? set
            : otherwise;

    private sealed class Tally
    {
        private readonly ConcurrentDictionary<string, int> _counts = [];
        private readonly ConcurrentDictionary<HitPolicy, int> _decided = [];
        private int _all;
        private int _byCode;
        private int _decidedByCode;

        public int All => _all;

        public int Decided => _counts.GetValueOrDefault(nameof(OutcomeStatus.Decided));

        public int DecidedByCode => _decidedByCode;

        public void Add(string outcome, HitPolicy policy, DecisionOutcome? byCode)
        {
            var kind = KindOf(outcome.Split('\n')[0].Split(' '));
            Interlocked.Increment(ref _all);
            _counts.AddOrUpdate(kind, 1, (_, count) => count + 1);
            if (kind == nameof(OutcomeStatus.Decided))
            {
                _decided.AddOrUpdate(policy, 1, (_, count) => count + 1);
                Interlocked.Add(ref _decidedByCode, byCode is null ? 0 : 1);
            }

            Interlocked.Add(ref _byCode, byCode is null ? 0 : 1);
        }

        public override string ToString() => string.Create(
            CultureInfo.InvariantCulture,
            $"{_all} outcomes: {Listed(_counts)}; decided: {Listed(_decided)}; ")
            + string.Create(CultureInfo.InvariantCulture, $"by code {_byCode}, decided by code {_decidedByCode}");

        // `decision0 Decided`, or a fault: `CF4003 …`.
        private static string KindOf(string[] words) =>
            words[0].StartsWith("CF", StringComparison.Ordinal) ? words[0] : words[^1];

        private static string Listed<T>(ConcurrentDictionary<T, int> counts)
            where T : notnull => string.Join(
                ", ",
                counts.OrderByDescending(count => count.Value)
                    .Select(count => FormattableString.Invariant($"{count.Key} {count.Value}")));
    }
}
