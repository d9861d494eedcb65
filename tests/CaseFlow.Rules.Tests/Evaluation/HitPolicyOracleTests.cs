using System.Globalization;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>
/// Random decisions of every hit policy against a slow reading of the equations, over every completion of what is not
/// known. CASEFLOW_SEED repeats a run, CASEFLOW_ROUNDS makes it so many times as long.
/// </summary>
public sealed class HitPolicyOracleTests
{
    private const int Rounds = 600;

    public static TheoryData<HitPolicy> Policies() => [.. Enum.GetValues<HitPolicy>()];

    [Theory]
    [MemberData(nameof(Policies))]
    public void Decide_UnderEveryPolicy_IsNeverContradictedByACompletion(HitPolicy policy)
    {
        var random = RandomRun.Numbers("contradicted " + policy);
        var seen = new HashSet<OutcomeStatus>();
        for (var round = 0; round < RandomRun.Rounds(Rounds); round++)
        {
            var graph = PolicyGraph.Random(policy, random);
            var told = graph.RandomCase(random);
            var because = Because(policy, round);

            var outcome = graph.Decide(told, graph.Rules);

            var completions = told.Completions().Select(graph.Oracle).Distinct().ToList();
            CheckStatus(outcome, completions, told.Number is not null, because);
            CheckPossible(outcome, completions, told.Number is not null, because);
            seen.Add(outcome.Status);
        }

        seen.Should().Contain([OutcomeStatus.Decided, OutcomeStatus.Undecided]);
        seen.Contains(OutcomeStatus.Gap).Should().Be(policy is not (HitPolicy.Sum or HitPolicy.Collect));
        seen.Contains(OutcomeStatus.Conflict).Should().Be(policy == HitPolicy.Single);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Decide_WithTheRulesInAnotherOrder_ComesToTheSame(HitPolicy policy)
    {
        var random = RandomRun.Numbers("order " + policy);
        var differences = 0;
        for (var round = 0; round < RandomRun.Rounds(Rounds / 3); round++)
        {
            var graph = PolicyGraph.Random(policy, random);
            var told = graph.RandomCase(random);

            var one = graph.Decide(told, graph.Rules);
            var other = graph.Decide(told, [.. graph.Rules.OrderBy(_ => random.Next())]);

            if (policy == HitPolicy.First)
            {
                differences += PolicyGraph.TextOf(one) == PolicyGraph.TextOf(other) ? 0 : 1;
                continue;
            }

            PolicyGraph.TextOf(other).Should().Be(PolicyGraph.TextOf(one), Because(policy, round));
            other.Missing.Should().BeEquivalentTo(one.Missing, Because(policy, round));
            other.Possible?.Score.Should().Be(one.Possible?.Score, Because(policy, round));
        }

        (differences > 0).Should().Be(policy == HitPolicy.First);
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Decide_AsFactsComeIn_NeverChangesADecidedValue(HitPolicy policy)
    {
        var random = RandomRun.Numbers("added " + policy);
        for (var round = 0; round < RandomRun.Rounds(Rounds / 6); round++)
        {
            var graph = PolicyGraph.Random(policy, random);
            var told = new PolicyCase([.. graph.RandomCase(random).Flags.Select(_ => (bool?)null)], null);
            string? settled = null;
            foreach (var fact in Enumerable.Range(0, told.Flags.Count + 1).OrderBy(_ => random.Next()))
            {
                told = fact == told.Flags.Count
                    ? told with { Number = random.Next(-5, 9) }
                    : told.With(fact, random.Next(3) > 0);
                var outcome = graph.Decide(told, graph.Rules);
                PolicyGraph.TextOf(outcome).Should().Be(
                    settled ?? PolicyGraph.TextOf(outcome), Because(policy, round));
                settled = outcome.Status is OutcomeStatus.Undecided ? settled : PolicyGraph.TextOf(outcome);
            }

            settled.Should().NotBeNull(Because(policy, round));
        }
    }

    // Undecided only where completions differ, as long as every unknown fact is one that is tried out.
    private static void CheckStatus(DecisionOutcome outcome, List<string> completions, bool isExact, string because)
    {
        if (outcome.Status != OutcomeStatus.Undecided)
        {
            completions.Should().Equal([PolicyGraph.TextOf(outcome)], because);
            outcome.Missing.Should().BeEmpty(because);
            return;
        }

        outcome.Missing.Should().NotBeEmpty(because);
        if (isExact)
        {
            completions.Should().HaveCountGreaterThan(1, because);
        }
    }

    // What a completion comes to is among what is called possible; and nothing else is, where all were tried.
    private static void CheckPossible(
        DecisionOutcome outcome, List<string> completions, bool isExact, string because)
    {
        if (outcome.Possible is not { } possible)
        {
            (isExact && outcome.Status == OutcomeStatus.Undecided).Should().BeFalse(because);
            return;
        }

        var values = completions.Except(["gap", "conflict"]).ToList();
        if (completions.Contains("gap") || isExact)
        {
            possible.MayBeGap.Should().Be(completions.Contains("gap"), because);
        }

        if (completions.Contains("conflict") || isExact)
        {
            possible.MayConflict.Should().Be(completions.Contains("conflict"), because);
        }

        if (possible.Rows.Count > 0 || (isExact && possible.Score is null))
        {
            var rows = possible.Rows.Select(row => PolicyGraph.TextOf(row[0])).ToList();
            values.Should().BeSubsetOf(rows, because);
            rows.Should().OnlyHaveUniqueItems(because);
            rows.Should().HaveCount(isExact ? values.Count : rows.Count, because);
        }

        if (possible.Score is { } score)
        {
            var numbers = values.Select(value => decimal.Parse(value, CultureInfo.InvariantCulture)).ToList();
            numbers.Should().OnlyContain(value => score.Low <= value && value <= score.High, because);
            (isExact ? new NumberRange(numbers.Min(), numbers.Max()) : score).Should().Be(score, because);
        }
    }

    private static string Because(HitPolicy policy, int round) => RandomRun.Because(round, policy.ToString());
}
