using System.Globalization;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>Random conditions: what is known with some facts unknown is so under every completion of them.</summary>
public sealed class KleeneOracleTests
{
    private const int Ordinary = 5_000;
    private const int Facts = 5;

    [Fact]
    public void Value_OfRandomConditions_IsNeverContradictedByACompletion()
    {
        var (random, rounds) = (RandomRun.Numbers("kleene"), RandomRun.Rounds(Ordinary));
        var pack = new PackBuilder();
        var facts = Enumerable.Range(0, Facts)
            .Select(fact => pack.Fact("f" + fact.ToString(CultureInfo.InvariantCulture), RuleType.Boolean))
            .ToList();
        var compiled = pack.Build();
        var settled = 0;
        for (var round = 0; round < rounds; round++)
        {
            var condition = Condition(random, facts, 4);
            var known = facts.Select(_ => random.Next(3) switch { 0 => (bool?)null, 1 => true, _ => false }).ToList();

            var value = Value(compiled, facts, known, condition);

            if (value is UnknownValue unknown)
            {
                var told = facts.Where((_, fact) => known[fact] is not null).Select(fact => fact.Fact.Path);
                unknown.Facts.Should().NotBeEmpty(RandomRun.Because(round))
                    .And.NotIntersectWith(told, RandomRun.Because(round));
                continue;
            }

            settled++;
            foreach (var completion in Completions(known))
            {
                Value(compiled, facts, completion, condition).Should().Be(value, RandomRun.Because(round));
            }
        }

        settled.Should().BeInRange(rounds / 10, rounds * 9 / 10);
    }

    private static Value Value(
        CompiledPack pack, List<FactExpression> facts, IReadOnlyList<bool?> known, BoundExpression condition)
    {
        var given = CaseFacts.None;
        for (var fact = 0; fact < known.Count; fact++)
        {
            given = known[fact] is { } value ? given.With(facts[fact].Fact, BooleanValue.Of(value)) : given;
        }

        return pack.Evaluate(given, new EvaluationContext(Told.Today)).Value(condition);
    }

    private static IEnumerable<IReadOnlyList<bool?>> Completions(List<bool?> known)
    {
        var open = Enumerable.Range(0, known.Count).Where(fact => known[fact] is null).ToList();
        for (var completion = 0; completion < 1 << open.Count; completion++)
        {
            var bits = completion;
            yield return [.. known.Select((value, fact) => value ?? (bits >> open.IndexOf(fact) & 1) == 1)];
        }
    }

    private static BoundExpression Condition(Random random, List<FactExpression> facts, int depth)
    {
        if (depth == 0)
        {
            return facts[random.Next(facts.Count)];
        }

        List<BoundExpression> Several() =>
            [.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Condition(random, facts, depth - 1))];
        return random.Next(7) switch
        {
            0 => new NotBoundExpression(Condition(random, facts, depth - 1), Nowhere),
            1 or 2 => new LogicalBoundExpression(random.Next(2) == 0, Several(), Nowhere),
            3 => Compare(Condition(random, facts, depth - 1), ComparisonOperator.Equal, Condition(random, facts, 0)),
            4 => new ConditionalBoundExpression(
                Condition(random, facts, depth - 1),
                Condition(random, facts, depth - 1),
                Condition(random, facts, depth - 1),
                RuleType.Boolean,
                Nowhere),
            5 => Compare(Sum(random, Several()), (ComparisonOperator)random.Next(6), Number(random.Next(5))),
            _ => facts[random.Next(facts.Count)],
        };
    }

    // `count true (…)`, or one such count plus or minus another.
    private static BoundExpression Sum(Random random, List<BoundExpression> operands)
    {
        var count = new CountTrueBoundExpression(operands, Nowhere);
        return random.Next(3) switch
        {
            0 => new ArithmeticBoundExpression(ArithmeticOperator.Add, count, Number(1), RuleType.Number, Nowhere),
            1 => new ArithmeticBoundExpression(
                ArithmeticOperator.Subtract,
                count,
                new CountTrueBoundExpression([operands[0]], Nowhere),
                RuleType.Number,
                Nowhere),
            _ => count,
        };
    }
}
