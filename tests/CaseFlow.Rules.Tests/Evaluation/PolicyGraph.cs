using System.Globalization;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Evaluation;

/// <summary>What a case tells: a boolean a rule and one more that chooses amounts; a number. Null: not known.</summary>
internal sealed record PolicyCase(IReadOnlyList<bool?> Flags, int? Number)
{
    /// <summary>The case with one flag told.</summary>
    public PolicyCase With(int told, bool value) =>
        this with { Flags = [.. Flags.Select((flag, at) => at == told ? value : flag)] };

    /// <summary>Every way in which what is not known may turn out; the number is tried over a few values.</summary>
    public IEnumerable<PolicyCase> Completions()
    {
        var open = Enumerable.Range(0, Flags.Count).Where(flag => Flags[flag] is null).ToList();
        for (var completion = 0; completion < 1 << open.Count; completion++)
        {
            var bits = completion;
            bool?[] flags = [.. Flags.Select((value, flag) => value ?? (bits >> open.IndexOf(flag) & 1) == 1)];
            foreach (var number in Number is { } known ? [known] : new[] { -9, 0, 1, 4, 5, 6, 30 })
            {
                yield return new PolicyCase(flags, number);
            }
        }
    }
}

/// <summary>A rule. Its amount is a number, or `a|b` as the last flag says, or `n`: the number of the case.</summary>
internal sealed record PolicyRule(int Id, int[] Parents, bool IsBlocker, bool IsRegardless, string Amount);

/// <summary>A random decision of a hit policy, and a slow reading of what it means.</summary>
internal sealed record PolicyGraph(
    HitPolicy Policy, bool Distinct, bool Clamps, IReadOnlyList<PolicyRule> Rules, string? Otherwise)
{
    private static readonly string[] Amounts = ["0", "2", "5", "-4", "7", "2|5", "5|9", "n"];

    public static PolicyGraph Random(HitPolicy policy, Random random)
    {
        var rules = new List<PolicyRule>();
        for (var id = random.Next(2, 6); id >= 0; id--)
        {
            var next = rules.Count;
            var parents = Enumerable.Range(0, next).OrderBy(_ => random.Next())
                .Take(random.Next(5) switch { 0 or 1 => 0, 4 => 2, _ => 1 }).ToArray();
            var isBlocker = parents.Length > 0 && random.Next(5) == 0;
            parents = isBlocker ? parents : [.. parents.Where(parent => !rules[parent].IsBlocker)];
            rules.Add(new PolicyRule(
                next, parents, isBlocker, parents.Length > 0 && random.Next(5) == 0, Amount(random)));
        }

        var takesOtherwise = policy is not (HitPolicy.Sum or HitPolicy.Collect) && random.Next(2) == 0;
        return new PolicyGraph(
            policy, random.Next(2) == 0, random.Next(2) == 0, rules, takesOtherwise ? Amount(random) : null);
    }

    public PolicyCase RandomCase(Random random) => new(
        [.. Enumerable.Range(0, Rules.Count + 1).Select(_ => RandomFlag(random))],
        random.Next(3) == 0 ? null : random.Next(-5, 9));

    /// <summary>The outcome, the rules standing in some order.</summary>
    public DecisionOutcome Decide(PolicyCase told, IReadOnlyList<PolicyRule> order)
    {
        var pack = new PackBuilder();
        var flags = Enumerable.Range(0, Rules.Count + 1)
            .Select(flag => pack.Fact("f" + flag.ToString(CultureInfo.InvariantCulture), RuleType.Boolean)).ToList();
        var number = pack.Fact("n", RuleType.Number);
        BoundExpression Bound(string amount) => BoundAmount(amount, flags[^1], number);
        var decision = pack.Decide(
            "d",
            [.. order.Select(rule => Rule(
                "r" + rule.Id.ToString(CultureInfo.InvariantCulture),
                flags[rule.Id],
                rule.IsBlocker ? null : Bound(rule.Amount),
                [.. rule.Parents.Select(parent => order.ToList().FindIndex(other => other.Id == parent))],
                rule.IsRegardless))],
            otherwise: Otherwise is null ? null : Bound(Otherwise),
            type: RuleType.Number,
            policy: Policy,
            distinct: Distinct,
            clamp: Clamps && Policy == HitPolicy.Sum ? new BoundClamp(Number(0), Number(10)) : null);
        var facts = CaseFacts.None.With(flags.Zip(told.Flags).Where(flag => flag.Second is not null)
            .Select(flag => KeyValuePair.Create(flag.First.Fact, (Value)BooleanValue.Of(flag.Second!.Value))));
        facts = told.Number is { } n ? facts.With(number.Fact, new NumberValue(n)) : facts;
        return pack.Build().Evaluate(facts, new EvaluationContext(new DateOnly(2026, 1, 1))).Decide(decision);
    }

    /// <summary>What a case of which everything is known comes to: the equations read literally.</summary>
    public string Oracle(PolicyCase told)
    {
        bool Flag(int id) => told.Flags[id]!.Value;
        bool Pre(PolicyRule rule) => Flag(rule.Id) && (rule.IsRegardless || rule.Parents.All(at => Pre(Rules[at])));
        bool Stands(PolicyRule rule) => Pre(rule) && !Blocked(rule);
        bool Blocked(PolicyRule rule) =>
            Rules.Any(other => other.IsBlocker && other.Parents.Contains(rule.Id) && Stands(other));
        bool Live(PolicyRule rule) =>
            Pre(rule) && (rule.IsRegardless || rule.Parents.All(at => Live(Rules[at]))) && !Blocked(rule);
        bool Overridden(PolicyRule rule) => Rules.Any(other => !other.IsBlocker
            && other.Parents.Contains(rule.Id) && (Live(other) || Overridden(other)));
        int Amount(string text) => text == "n" ? told.Number!.Value
            : text.Split('|') is [var one, var other] ? Amount(Flag(Rules.Count) ? one : other)
            : int.Parse(text, CultureInfo.InvariantCulture);
        var active = Rules.Where(rule => !rule.IsBlocker && Live(rule) && !Overridden(rule))
            .Select(rule => Amount(rule.Amount)).ToList();
        return Result(active, Otherwise is null ? null : Amount(Otherwise));
    }

    /// <summary>An outcome in the oracle's words; a collection is sorted, for its order means nothing.</summary>
    public static string TextOf(DecisionOutcome outcome) => outcome.Status != OutcomeStatus.Decided
        ? OutcomeJson.NameOf(outcome.Status)
        : TextOf(outcome.Outputs[0]);

    public static string TextOf(Value value) => value is ListValue list
        ? Listed(list.Items.Select(item => (int)((NumberValue)item).Value))
        : Text((int)((NumberValue)value).Value);

    private string Result(List<int> active, int? otherwise) => Policy switch
    {
        HitPolicy.Sum => Text(Clamps ? Math.Clamp(active.Sum(), 0, 10) : active.Sum()),
        HitPolicy.Collect => Listed(Distinct ? active.Distinct() : active),
        _ when active.Count == 0 => otherwise is { } other ? Text(other) : "gap",
        HitPolicy.First => Text(active[0]),
        HitPolicy.Highest => Text(active.Max()),
        HitPolicy.Lowest => Text(active.Min()),
        _ => active.Distinct().Count() > 1 ? "conflict" : Text(active[0]),
    };

    private static bool? RandomFlag(Random random) => random.Next(4) switch { 0 => false, 3 => null, _ => true };

    private static string Amount(Random random) => Amounts[random.Next(Amounts.Length)];

    private static string Listed(IEnumerable<int> numbers) =>
        "[" + string.Join(",", numbers.Order().Select(Text)) + "]";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static BoundExpression BoundAmount(string amount, FactExpression chooser, FactExpression number)
    {
        if (amount == "n")
        {
            return number;
        }

        return amount.Split('|') is [var one, var other]
            ? new ConditionalBoundExpression(
                chooser,
                BoundAmount(one, chooser, number),
                BoundAmount(other, chooser, number),
                RuleType.Number,
                Nowhere)
            : Number(int.Parse(amount, CultureInfo.InvariantCulture));
    }
}
