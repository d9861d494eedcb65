using System.Globalization;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>
/// The rules of a random decision: exceptions to several rules and long chains of them, blockers of blockers, versions,
/// tables.
/// </summary>
internal sealed class RandomRules(Random random, Vocabulary words, RandomExpressions expressions)
{
    private readonly RandomTable _table = new(random, expressions);

    /// <summary>Rules that give values of some types.</summary>
    public List<BoundRule> Of(IReadOnlyList<RuleType> types)
    {
        var rules = new List<BoundRule>();
        if (random.Next(3) == 0)
        {
            AddTable(rules, types);
        }

        var isChain = random.Next(6) == 0;
        var count = isChain ? 4 + random.Next(6) : random.Next(60) == 0 ? 70 : 1 + random.Next(5);
        for (; count > 0; count--)
        {
            rules.Add(Rule(rules, types, isChain));
        }

        return rules;
    }

    /// <summary>The values that a rule gives.</summary>
    public List<BoundExpression> Row(IReadOnlyList<RuleType> types)
    {
        var isConstant = random.Next(4) > 0;
        return [.. types.Select(type => type.Optional && random.Next(4) == 0
            ? new ConstantExpression(MissingValue.Instance, type, Nowhere)
            : isConstant ? new ConstantExpression(words.ValueOf(type), type, Nowhere)
            : expressions.Of(type.Kind, 2))];
    }

    // A few rows, or more than the bits of one word.
    private void AddTable(List<BoundRule> rules, IReadOnlyList<RuleType> types)
    {
        var first = rules.Count;
        foreach (var when in _table.Rows(random.Next(20) == 0 ? 66 : 2 + random.Next(8)))
        {
            var version = new BoundVersion(
                random.Next(8) == 0 ? words.Period() : LawPeriod.Always, [words.Cite()], when, false, Row(types),
                Nowhere);
            rules.Add(new BoundRule("table#" + Text(1 + rules.Count - first), [], false, [version], Nowhere));
        }
    }

    // A blocker is attached to some rule; only a blocker may be attached to a blocker.
    private BoundRule Rule(List<BoundRule> rules, IReadOnlyList<RuleType> types, bool isChain)
    {
        var parents = isChain && rules.Count > 0 && random.Next(5) > 0 ? [rules.Count - 1] : Parents(rules.Count);
        var isBlocker = parents.Count > 0
            && (random.Next(4) == 0 || parents.Exists(parent => rules[parent].Versions[0].IsBlocker));
        var regardless = parents.Count > 0 && random.Next(4) == 0;
        return new BoundRule("r" + Text(rules.Count), parents, regardless, Versions(isBlocker, types), Nowhere);
    }

    private List<int> Parents(int count) => Enumerable.Range(0, count).OrderBy(_ => random.Next())
        .Take(random.Next(4) switch { 0 or 1 => 0, 2 => 1, _ => 2 }).ToList();

    private BoundVersion[] Versions(bool isBlocker, IReadOnlyList<RuleType> types)
    {
        if (random.Next(3) > 0)
        {
            return [Version(LawPeriod.Always, isBlocker, types)];
        }

        var (first, second) = (new DateOnly(2018 + random.Next(4), 1, 1), new DateOnly(2022 + random.Next(4), 7, 1));
        return
        [
            Version(new LawPeriod(first, second), isBlocker, types),
            Version(new LawPeriod(second, random.Next(2) == 0 ? null : second.AddYears(2)), isBlocker, types),
        ];
    }

    private BoundVersion Version(LawPeriod period, bool isBlocker, IReadOnlyList<RuleType> types) => new(
        period,
        [.. Enumerable.Range(0, random.Next(3)).Select(_ => words.Cite())],
        random.Next(6) == 0 ? null : When(),
        isBlocker,
        isBlocker ? [] : Row(types),
        Nowhere);

    // Conjunctions of tests, as rows of a table are, and anything else.
    private BoundExpression When() => random.Next(3) == 0
        ? expressions.Condition(2)
        : new LogicalBoundExpression(
            true, [.. Enumerable.Range(0, 1 + random.Next(2)).Select(_ => expressions.Condition(1))], Nowhere);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
