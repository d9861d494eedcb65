using System.Globalization;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>Random decisions: every hit policy, clamps, `otherwise`, `applies when`, transitional clauses.</summary>
internal sealed class RandomDecisions(Random random, Vocabulary words, RandomExpressions expressions)
{
    private static readonly TypeKind[] Ordered =
        [TypeKind.Number, TypeKind.Date, TypeKind.Enum, TypeKind.Duration, TypeKind.Money];

    private static readonly TypeKind[] Kinds = [.. Ordered, TypeKind.Boolean, TypeKind.Text];
    private readonly RandomRules _rules = new(random, words, expressions);
    private int _count;

    /// <summary>A decision that may read those before it.</summary>
    public BoundDecision Next()
    {
        var symbol = new DecisionSymbol("decision" + Text(_count++), Nowhere);
        var policy = random.Next(2) == 0 ? HitPolicy.Single : (HitPolicy)random.Next(6);
        symbol.Outputs = [.. TypesOf(policy).Select((type, place) =>
            new OutputSymbol("o" + Text(place), AsOutput(policy, type), place, Nowhere))];
        var types = symbol.Outputs.Select(output => output.Type.Element ?? output.Type).ToList();
        var otherwise = policy is not (HitPolicy.Sum or HitPolicy.Collect) && random.Next(2) == 0
            ? new BoundOtherwise(_rules.Row(types), [words.Cite()], Nowhere)
            : null;
        return new BoundDecision(
            symbol,
            policy,
            random.Next(2) == 0 ? new TodayBoundExpression(Nowhere) : expressions.Of(TypeKind.Date, 1),
            random.Next(4) == 0 ? expressions.Condition(1) : null,
            _rules.Of(types),
            otherwise,
            Transitions())
        {
            Distinct = policy == HitPolicy.Collect && random.Next(2) == 0,
            Clamp = policy == HitPolicy.Sum && random.Next(2) == 0 ? ClampOf(types[0].Kind) : null,
        };
    }

    private IEnumerable<RuleType> TypesOf(HitPolicy policy) => policy switch
    {
        HitPolicy.Sum => [words.TypeOf(random.Next(3) == 0 ? TypeKind.Money : TypeKind.Number)],
        HitPolicy.Highest or HitPolicy.Lowest => [words.TypeOf(Ordered[random.Next(Ordered.Length)])],
        _ => Enumerable.Range(0, 1 + random.Next(2))
            .Select(_ => words.TypeOf(Kinds[random.Next(Kinds.Length)]).AsOptional(random.Next(4) == 0)).ToList(),
    };

    // The outputs of a collection are declared by their elements and read as lists.
    private static RuleType AsOutput(HitPolicy policy, RuleType type) =>
        policy == HitPolicy.Collect ? new RuleType(TypeKind.List) { Element = type } : type;

    private BoundClamp ClampOf(TypeKind kind)
    {
        var type = words.TypeOf(kind);
        var low = new ConstantExpression(words.ValueOf(type), type, Nowhere);
        return new BoundClamp(
            low,
            random.Next(4) == 0
                ? expressions.Of(kind, 1)
                : new ConstantExpression(words.ValueOf(type), type, Nowhere));
    }

    private BoundTransition[] Transitions() => random.Next(4) > 0 ? [] :
    [
        .. Enumerable.Range(0, 1 + random.Next(2)).Select(number => new BoundTransition(
            "t" + Text(number), [], expressions.Condition(1), expressions.Of(TypeKind.Date, 0), Nowhere)),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
