using System.Globalization;
using System.Text.Json;
using CaseFlow.Rules.Comparison;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Reloading;
using CaseFlow.Rules.Syntax;

namespace CaseFlow.Rules.Tests.Reloading;

public sealed class RuleHostTests
{
    private static readonly DateOnly Today = new(2026, 8, 3);
    private static readonly JsonElement Facts = JsonDocument.Parse("""{"p":{"on":"2026-07-06"}}""").RootElement;
    private static readonly CaseToCompare[] Corpus = [new("a", Today, Facts)];

    [Fact]
    public void TrySwap_OfAGoodPack_MakesItCurrentAndTellsWhatChanges()
    {
        var host = new RuleHost(Compiled(30));
        var old = host.Current;
        SwappedEventArgs? told = null;
        host.Swapped += (_, swap) => told = swap;

        var report = host.TrySwap(Source(45), Corpus, old.Hash);

        report.Outcome.Should().Be(SwapOutcome.Swapped);
        report.Examples!.Passed.Should().Be(1);
        report.WhatIf!.Cases.Should().ContainSingle().Which.Decisions.Should().NotBeEmpty();
        host.Current.Should().BeSameAs(report.Current);
        told!.Before.Should().BeSameAs(old);
        told.After.Should().BeSameAs(report.Current);
        Answer(host.Current).Should().Be((45, 45));
        Answer(old).Should().Be((30, 30), "a snapshot keeps to its pack");
    }

    [Theory]
    [InlineData("then first", "then then first", "CF0")]
    [InlineData("first is half and second is half", "first is yes and second is half", "CF2")]
    [InlineData("= 45 between", "= 900 between", "CF2303")]
    [InlineData("expect pair.first is 45", "expect pair.first is 46", "CF7001")]
    [InlineData("check half is at least 1", "check half is at least 100", "CF2305")]
    public void TrySwap_OfABadPack_ChangesNothingAndTellsTheReason(string good, string bad, string code)
    {
        var host = new RuleHost(Compiled(30));
        var before = host.Current;

        var report = host.TrySwap(SourceOf(Module(45).Replace(good, bad, StringComparison.Ordinal)), Corpus);

        report.Outcome.Should().Be(SwapOutcome.Refused);
        report.Diagnostics.Concat(report.Examples?.Results.Select(result => result.Failure!) ?? [])
            .Select(finding => finding.Code)
            .Should().Contain(found => found.StartsWith(code, StringComparison.Ordinal));
        host.Current.Should().BeSameAs(before);
    }

    [Fact]
    public void TrySwap_BasedOnAPackThatIsCurrentNoMore_IsStale()
    {
        var host = new RuleHost(Compiled(30));
        var seen = host.Current.Hash;
        host.TrySwap(Source(45), expectedHash: seen).Outcome.Should().Be(SwapOutcome.Swapped);

        var late = host.TrySwap(Source(60), expectedHash: seen);

        late.Outcome.Should().Be(SwapOutcome.Stale);
        Answer(host.Current).Should().Be((45, 45));
    }

    [Fact]
    public async Task Evaluate_WhilePacksAreSwappedThousandsOfTimes_AnswersByOnePackAlways()
    {
        const int Swaps = 5000;
        var host = new RuleHost(Compiled(1));
        var sources = Enumerable.Range(1, 8).Select(Source).ToArray();
        var packs = Enumerable.Range(1, 8).Select(Compiled).ToArray();
        var order = new List<long>();
        host.Swapped += (_, swap) => order.Add(swap.After.Number);
        using var stop = new CancellationTokenSource();
        using var ready = new CountdownEvent(2);
        var readers = Enumerable.Range(0, 2)
            .Select(_ => Task.Factory.StartNew(
                () => ReadUntil(host, ready, stop.Token),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default))
            .ToArray();
        ready.Wait(TimeSpan.FromMinutes(2)).Should().BeTrue();

        var outcomes = new SwapOutcome[Swaps];
        Parallel.For(0, Swaps, turn => outcomes[turn] = turn % 20 == 0
            ? host.TrySwap(sources[turn % sources.Length]).Outcome
            : host.Swap(packs[turn % packs.Length], ParameterSet.Declared, _ => true).Outcome);
        await stop.CancelAsync();
        var read = await Task.WhenAll(readers);

        outcomes.Should().OnlyContain(outcome => outcome == SwapOutcome.Swapped);
        order.Should().Equal(Enumerable.Range(1, Swaps).Select(number => (long)number), "no swap is lost or doubled");
        read.Should().OnlyContain(one => one.Answered > 0 && one.Fault == null);
    }

    // Each snapshot answers by one pack, the one whose version says what its rules must answer; none is older than
    // the one before.
    private static (int Answered, string? Fault) ReadUntil(
        RuleHost host, CountdownEvent ready, CancellationToken stop)
    {
        var (answered, last) = (0, -1L);
        while (!stop.IsCancellationRequested)
        {
            var snapshot = host.Current;
            var (first, second) = Answer(snapshot);
            if (snapshot.Number < last || first != second || first != Expected(snapshot))
            {
                return (answered, FormattableString.Invariant($"{last} -> {snapshot.Number}: {first}, {second}"));
            }

            (answered, last) = (answered + 1, snapshot.Number);
            if (answered == 1)
            {
                ready.Signal();
            }
        }

        return (answered, null);
    }

    private static decimal Expected(RuleSnapshot snapshot) =>
        decimal.Parse(snapshot.Pack.Pack.Manifest.Version, CultureInfo.InvariantCulture);

    private static (decimal First, decimal Second) Answer(RuleSnapshot snapshot)
    {
        var facts = FactReader.Read(Facts, snapshot.Pack.Pack).Facts;
        var decision = snapshot.Pack.DecisionNamed("pair")!;
        var outcome = snapshot.Evaluate(facts, new EvaluationContext(Today)).Decide(decision);
        return (((NumberValue)outcome.Outputs[0]).Value, ((NumberValue)outcome.Outputs[1]).Value);
    }

    private static CompiledPack Compiled(int number) => new(RulePack.Load(Source(number)).Pack!);

    private static InMemoryRuleSource Source(int number) => SourceOf(Module(number), number);

    private static InMemoryRuleSource SourceOf(string module, int number = 0) => InMemoryRuleSource.OfTexts(
        ("pack.json", $$"""{"name":"test","version":"{{number.ToString(CultureInfo.InvariantCulture)}}"}"""),
        ("main.cfr", module));

    private static string Module(int number) =>
        """
        language en
        module test
        facts p { on : date }
        parameter half : number = 45 between 1 and 100 per practice "x"
        check half is at least 1 because "positive"
        decision pair gives first : number, second : number by date p.on hit single
          rule both per practice "x" then first is half and second is half
        end decision
        example "one" given p.on is 2026-07-06 expect pair.first is 45
        """.Replace("45", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
