using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>
/// A decision that reads another, over the same facts: what it comes to with some of them unknown holds under every
/// completion, stays as facts come in, and is undecided only where completions differ or the other has no answer.
/// </summary>
public sealed class ChainedDecisionsOracleTests
{
    private const int Rounds = 3_000;

    [Fact]
    public void Decide_OfAReader_IsNeverContradictedByACompletion()
    {
        var random = RandomRun.Numbers("chained");
        var seen = new HashSet<string>();
        for (var round = 0; round < RandomRun.Rounds(Rounds); round++)
        {
            var reader = Reader.Random(random);
            var known = reader.Read.RandomCase(random);

            var outcome = reader.Decide(known);

            var completions = ExceptionGraph.Completions(known).Select(reader.Oracle).Distinct().ToList();
            Check(outcome, completions, RandomRun.Because(round));
            seen.Add(ExceptionGraph.TextOf(outcome));
        }

        seen.Should().BeEquivalentTo("X", "Y", "undecided", "gap", "conflict", "notApplicable");
    }

    [Fact]
    public void Decide_OfAReaderAsFactsComeIn_NeverChangesWhatIsSettled()
    {
        var random = RandomRun.Numbers("chained, added");
        for (var round = 0; round < RandomRun.Rounds(Rounds / 5); round++)
        {
            var reader = Reader.Random(random);
            var known = reader.Read.Facts.Select(_ => (bool?)null).ToList();
            string? settled = null;
            foreach (var fact in reader.Read.Facts.OrderBy(_ => random.Next()).ToList())
            {
                known[fact] = random.Next(3) > 0;
                var text = ExceptionGraph.TextOf(reader.Decide(known));
                text.Should().Be(settled ?? text, RandomRun.Because(round));
                settled = text == "undecided" ? settled : text;
            }
        }
    }

    private static void Check(DecisionOutcome outcome, List<string> completions, string because)
    {
        if (outcome.Status != OutcomeStatus.Undecided)
        {
            completions.Should().Equal([ExceptionGraph.TextOf(outcome)], because);
            return;
        }

        (completions.Count > 1 || completions[0] == "undecided").Should().BeTrue(because);
        (outcome.Missing.Count > 0).Should().Be(completions.Count > 1, because);
        outcome.BlockedBy.Should().Equal(completions.Contains("undecided") ? ["d"] : [], because);
    }

    /// <summary>One rule: when the other decision's value is so, and perhaps a fact besides.</summary>
    private sealed record Reading(string Wanted, bool IsNegated, int? Fact, string Value);

    private sealed record Reader(
        ExceptionGraph Read, IReadOnlyList<Reading> Rules, string? AppliesTo, string? Otherwise)
    {
        public static Reader Random(Random random)
        {
            var read = ExceptionGraph.Random(random);
            List<Reading> rules = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new Reading(
                "ABC"[random.Next(3)].ToString(),
                random.Next(3) == 0,
                random.Next(2) == 0 ? random.Next(read.Facts.Count()) : null,
                random.Next(2) == 0 ? "X" : "Y"))];
            return new Reader(
                read,
                rules,
                random.Next(3) == 0 ? "ABC"[random.Next(3)].ToString() : null,
                random.Next(2) == 0 ? "X" : null);
        }

        public DecisionOutcome Decide(IReadOnlyList<bool?> known)
        {
            var pack = new PackBuilder();
            var facts = Read.FactsOf(pack);
            var read = Read.Declare(pack, facts, Read.Nodes);
            var decision = pack.Decide(
                "reader",
                [.. Rules.Select((rule, place) => Rule(
                    "s" + place, When(rule, read, facts), Text(rule.Value)))],
                applies: AppliesTo is null ? null : ValueIs(read, ComparisonOperator.Equal, AppliesTo),
                otherwise: Otherwise is null ? null : Text(Otherwise));
            return pack.Build().Evaluate(ExceptionGraph.Told(facts, known), new EvaluationContext(Told.Today))
                .Decide(decision);
        }

        // A gap or conflict upstream leaves open whatever hangs on it, and only that.
        public string Oracle(IReadOnlyList<bool> known)
        {
            var read = Read.Oracle(known);
            bool? Is(string wanted) => read is "gap" or "conflict" ? null : read == wanted;
            bool? Holds(Reading rule) => rule.Fact is { } fact && !known[fact] ? false
                : Is(rule.Wanted) is { } value ? value != rule.IsNegated : null;
            var applies = AppliesTo is null ? true : Is(AppliesTo);
            var sure = Rules.Where(rule => Holds(rule) == true).Select(rule => rule.Value).Distinct().ToList();
            var possible = Rules.Where(rule => Holds(rule) != false).Select(rule => rule.Value).Distinct().ToList();
            possible = sure.Count == 0 && Otherwise is not null ? [.. possible.Append(Otherwise).Distinct()] : possible;
            sure = Otherwise is not null && possible.Count == 1 ? possible : sure;
            return applies switch
            {
                false => "notApplicable",
                null => "undecided",
                _ when sure.Count > 1 => "conflict",
                _ when possible.Count == 0 => "gap",
                _ => sure.Count == 1 && possible.Count == 1 ? sure[0] : "undecided",
            };
        }

        private static BoundExpression When(Reading rule, DecisionSymbol read, List<FactExpression> facts)
        {
            var comparison = rule.IsNegated ? ComparisonOperator.NotEqual : ComparisonOperator.Equal;
            var value = ValueIs(read, comparison, rule.Wanted);
            return rule.Fact is { } fact ? new LogicalBoundExpression(true, [value, facts[fact]], Nowhere) : value;
        }

        private static BoundExpression ValueIs(DecisionSymbol read, ComparisonOperator comparison, string value) =>
            Compare(new OutputExpression(read, read.Outputs[0], RuleType.Text, Nowhere), comparison, Text(value));
    }
}
