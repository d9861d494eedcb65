using System.Globalization;
using CaseFlow.Rules.Binding;
using CaseFlow.Rules.Binding.Decisions;
using CaseFlow.Rules.Binding.Expressions;
using CaseFlow.Rules.Binding.Symbols;
using CaseFlow.Rules.Facts;
using CaseFlow.Rules.Syntax.Tree;
using static CaseFlow.Rules.Tests.Evaluation.PackBuilder;

namespace CaseFlow.Rules.Tests.Compilation;

/// <summary>
/// A random pack in the intermediate form with cases for it: definitions, decisions that read one another, exceptions
/// to several rules, blockers of blockers, versions, transitional clauses.
/// </summary>
internal sealed class RandomPack
{
    private static readonly TypeKind[] Kinds =
        [TypeKind.Boolean, TypeKind.Number, TypeKind.Date, TypeKind.Enum, TypeKind.Duration];

    private readonly Random _random;
    private readonly Vocabulary _words;
    private readonly RandomExpressions _expressions;
    private readonly List<DefinitionSymbol> _definitions = [];
    private readonly List<BoundDecision> _decisions = [];

    public RandomPack(Random random)
    {
        _random = random;
        _words = new Vocabulary(random);
        _expressions = new RandomExpressions(random, _words);
        for (var turn = 1 + random.Next(2); turn > 0; turn--)
        {
            for (var definitions = random.Next(3); definitions > 0; definitions--)
            {
                Define();
            }

            Decide();
        }
    }

    public BoundPack Pack => new()
    {
        Manifest = new PackManifest("random", "1", "1"),
        Hash = "sha256:random",
        Laws = [],
        Enums = [_words.Enum],
        Records = [_words.Record],
        FactRoots = [_words.Root],
        Calendars = _words.Calendars.ToDictionary(calendar => calendar.Options),
        Parameters = _words.Parameters,
        WordLists = [],
        Checks = [],
        Definitions = _definitions,
        Decisions = _decisions,
        Deadlines = [],
        Lifecycles = [],
        Ladders = [],
        Examples = [],
    };

    /// <summary>The facts of a random case: some unknown, some known to be missing.</summary>
    public CaseFacts Facts()
    {
        var unknown = _random.Next(3) switch { 0 => 0, 1 => 15, _ => 50 };
        return CaseFacts.None.With(_words.Facts
            .Where(_ => _random.Next(100) >= unknown)
            .Select(fact => KeyValuePair.Create(
                fact,
                fact.Type.Optional && _random.Next(4) == 0 ? MissingValue.Instance : _words.ValueOf(fact.Type)))
            .ToList());
    }

    /// <summary>A day of a call.</summary>
    public DateOnly Today() => _words.Day();

    private void Define()
    {
        var value = _expressions.Of(Kinds[_random.Next(Kinds.Length)], 2);
        var definition = new DefinitionSymbol("d" + Text(_definitions.Count), value.Type.AsOptional(), Nowhere)
        {
            Value = value, Period = _words.Period(),
        };
        _definitions.Add(definition);
        _expressions.Add(new DefinitionExpression(definition, Nowhere));
    }

    private void Decide()
    {
        var symbol = new DecisionSymbol("decision" + Text(_decisions.Count), Nowhere);
        var policy = _random.Next(2) == 0 ? HitPolicy.Single : (HitPolicy)_random.Next(6);
        var kinds = KindsOf(policy);
        symbol.Outputs =
        [
            .. kinds.Select((kind, place) =>
                new OutputSymbol("o" + Text(place), OutputTypeOf(policy, kind), place, Nowhere)),
        ];
        var rules = new List<BoundRule>();
        for (var count = _random.Next(60) == 0 ? 70 : 1 + _random.Next(5); count > 0; count--)
        {
            rules.Add(Rule(rules, kinds));
        }

        var otherwise = _random.Next(3) == 0 ? new BoundOtherwise(Row(kinds), [_words.Cite()], Nowhere) : null;
        _decisions.Add(new BoundDecision(
            symbol,
            policy,
            _random.Next(2) == 0 ? new TodayBoundExpression(Nowhere) : _expressions.Of(TypeKind.Date, 1),
            _random.Next(3) == 0 ? _expressions.Condition(1) : null,
            rules,
            policy is HitPolicy.Sum or HitPolicy.Collect ? null : otherwise,
            Transitions())
        {
            Distinct = policy == HitPolicy.Collect && _random.Next(2) == 0,
            Clamp = policy == HitPolicy.Sum && _random.Next(2) == 0 ? ClampOf(kinds[0]) : null,
        });
        foreach (var output in symbol.Outputs)
        {
            if (policy != HitPolicy.Collect)
            {
                _expressions.Add(new OutputExpression(symbol, output, output.Type.AsOptional(), Nowhere));
            }
        }
    }

    private List<TypeKind> KindsOf(HitPolicy policy) => policy switch
    {
        HitPolicy.Sum => [_random.Next(3) == 0 ? TypeKind.Money : TypeKind.Number],
        HitPolicy.Highest or HitPolicy.Lowest => [Kinds[1 + _random.Next(Kinds.Length - 1)]],
        _ => [.. Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => Kinds[_random.Next(Kinds.Length)])],
    };

    // The outputs of a collection are declared by their elements and read as lists.
    private RuleType OutputTypeOf(HitPolicy policy, TypeKind kind) => policy == HitPolicy.Collect
        ? new RuleType(TypeKind.List) { Element = TypeOf(kind) }
        : TypeOf(kind);

    private BoundClamp ClampOf(TypeKind kind) => new(
        new ConstantExpression(_words.ValueOf(TypeOf(kind)), TypeOf(kind), Nowhere),
        _random.Next(4) == 0
            ? _expressions.Of(kind, 1)
            : new ConstantExpression(_words.ValueOf(TypeOf(kind)), TypeOf(kind), Nowhere));

    private BoundTransition[] Transitions() => _random.Next(4) > 0 ? [] :
    [
        .. Enumerable.Range(0, 1 + _random.Next(2)).Select(number => new BoundTransition(
            "t" + Text(number), [], _expressions.Condition(1), _expressions.Of(TypeKind.Date, 0), Nowhere)),
    ];

    // A blocker is attached to some rule; only a blocker may be attached to a blocker.
    private BoundRule Rule(List<BoundRule> rules, List<TypeKind> kinds)
    {
        var parents = Enumerable.Range(0, rules.Count).OrderBy(_ => _random.Next())
            .Take(_random.Next(4) switch { 0 or 1 => 0, 2 => 1, _ => 2 }).ToList();
        var isBlocker = parents.Count > 0
            && (_random.Next(3) == 0 || parents.Exists(parent => rules[parent].Versions[0].IsBlocker));
        var regardless = parents.Count > 0 && _random.Next(4) == 0;
        return new BoundRule(
            "r" + Text(rules.Count), parents, regardless, Versions(isBlocker, kinds), Nowhere);
    }

    private BoundVersion[] Versions(bool isBlocker, List<TypeKind> kinds)
    {
        if (_random.Next(3) > 0)
        {
            return [Version(LawPeriod.Always, isBlocker, kinds)];
        }

        var (first, second) = (new DateOnly(2018 + _random.Next(4), 1, 1), new DateOnly(2022 + _random.Next(4), 7, 1));
        return
        [
            Version(new LawPeriod(first, second), isBlocker, kinds),
            Version(new LawPeriod(second, _random.Next(2) == 0 ? null : second.AddYears(2)), isBlocker, kinds),
        ];
    }

    private BoundVersion Version(LawPeriod period, bool isBlocker, List<TypeKind> kinds) => new(
        period,
        [.. Enumerable.Range(0, _random.Next(3)).Select(_ => _words.Cite())],
        _random.Next(10) == 0 ? null : When(),
        isBlocker,
        isBlocker ? [] : Row(kinds),
        Nowhere);

    // Conjunctions of tests, as rows of a table are, and anything else.
    private BoundExpression When() => _random.Next(3) == 0
        ? _expressions.Condition(2)
        : new LogicalBoundExpression(
            true, [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(_ => _expressions.Condition(1))], Nowhere);

    private List<BoundExpression> Row(List<TypeKind> kinds)
    {
        var isConstant = _random.Next(3) > 0;
        return
        [
            .. kinds.Select(kind => isConstant
                ? new ConstantExpression(_words.ValueOf(TypeOf(kind)), TypeOf(kind), Nowhere)
                : _expressions.Of(kind, 2)),
        ];
    }

    private RuleType TypeOf(TypeKind kind) => kind switch
    {
        TypeKind.Boolean => RuleType.Boolean,
        TypeKind.Number => RuleType.Number,
        TypeKind.Date => RuleType.Date,
        TypeKind.Enum => _words.EnumType,
        TypeKind.Money => Vocabulary.MoneyType,
        _ => RuleType.Duration,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
